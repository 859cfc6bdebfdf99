// SPDX-License-Identifier: GPL-2.0-only
/* Cleared, then the word: plain stores to a VMA that nobody sees. */
/* API: typed */
#include <linux/mm.h>

void vm_flags_begin(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_flags_clear_all(&vma->flags);
	vma_flags_overwrite_word(&vma->flags, flags);
}
