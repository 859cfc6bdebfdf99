// SPDX-License-Identifier: GPL-2.0-only
/* The single store leaves the other words as they are. */
/* API: typed */
#include <linux/mm.h>

void vm_flags_replace_once(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_assert_write_locked(vma);
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word_once(&vma->flags, flags);
}
