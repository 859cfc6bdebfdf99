// SPDX-License-Identifier: GPL-2.0-only
/* Casts of other members. */
#include <linux/mm.h>

void area_shift(struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->vm_pgoff += 1;
	*(unsigned long *)((char *)vma +
			   offsetof(struct vm_area_struct, vm_start)) = 0;
	*(void **)&vma->vm_private_data = NULL;
}
