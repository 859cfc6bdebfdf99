// SPDX-License-Identifier: GPL-2.0-only
/* The VMA's own address may go anywhere. */
#include <linux/mm.h>

void driver_attach(void *opaque, struct vm_area_struct *vma);

void area_attach(struct vm_area_struct *vma)
{
	driver_attach(vma, vma);
	driver_attach(&vma->vm_private_data, vma);
	vma->vm_private_data = vma;
}
