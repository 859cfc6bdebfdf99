// SPDX-License-Identifier: GPL-2.0-only
/* Flags saved in a word and put back */
/* API: const typed */
#include <linux/mm.h>

void area_try(struct vm_area_struct *vma)
{
	vm_flags_t saved_flags = vma->vm_flags;

	flush_range(vma, vma->vm_start, vma->vm_end);
	vm_flags_reset(vma, saved_flags);
}
