// SPDX-License-Identifier: GPL-2.0-only
/* The other members of a VMA are not this rule's business. */
#include <linux/mm.h>

void area_move(struct vm_area_struct *vma, unsigned long pages)
{
	vma->vm_pgoff += pages;
	vma->vm_private_data = NULL;
	vma->vm_page_prot = vm_get_page_prot(vma->vm_flags | VM_IO);
	vma->vm_mm->total_vm += pages;
	*&vma->vm_start = 0;
}
