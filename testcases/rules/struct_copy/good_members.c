// SPDX-License-Identifier: GPL-2.0-only
/* Single members are copied and filled. */
#include <linux/mm.h>

void area_inherit(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	vma->vm_page_prot = other->vm_page_prot;
	memcpy(&vma->vm_start, &other->vm_start, sizeof(vma->vm_start));
	memset(&vma->vm_private_data, 0, sizeof(vma->vm_private_data));
	vma->vm_file = other->vm_file;
}
