// SPDX-License-Identifier: GPL-2.0-only
/* Prints a mapping; the address of the flags is there to be read. */
#include <linux/mm.h>

void area_dump(const struct vm_area_struct *vma)
{
	pr_emerg("vma %lx-%lx flags %lx(%pGv)\n", vma->vm_start, vma->vm_end,
		 vma->vm_flags, &vma->vm_flags);
}
