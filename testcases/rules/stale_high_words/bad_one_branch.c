// SPDX-License-Identifier: GPL-2.0-only
/* The other words are cleared on one branch only. */
/* API: typed */
#include <linux/mm.h>

void vm_flags_replace(struct vm_area_struct *vma, vm_flags_t flags, bool all)
{
	vma_assert_write_locked(vma);
	if (all)
		vma_flags_clear_all(&vma->flags);
	/* EXPECT-NEXT-LINE: stale_high_words */
	vma_flags_overwrite_word(&vma->flags, flags);
}
