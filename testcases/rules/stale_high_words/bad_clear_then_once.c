// SPDX-License-Identifier: GPL-2.0-only
/* Everything is cleared, and then a single store for readers without a lock. */
/* API: typed */
#include <linux/mm.h>

/* As vm_flags_reset_once() was in the second version of the bitmap. */
void vm_flags_replace_once(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_assert_write_locked(vma);
	vma_flags_clear_all(&vma->flags);
	/* EXPECT-NEXT-LINE: stale_high_words: can see none */
	vma_flags_overwrite_word_once(&vma->flags, flags);
}
