// SPDX-License-Identifier: GPL-2.0-only
/* The word of a VMA is overwritten, the words behind it stay. */
/* API: typed */
#include <linux/mm.h>

void vm_flags_replace(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_assert_write_locked(vma);
	/* EXPECT-NEXT-LINE: stale_high_words: keep old flags */
	vma_flags_overwrite_word(&vma->flags, flags);
}
