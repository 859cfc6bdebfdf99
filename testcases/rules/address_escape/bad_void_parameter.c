// SPDX-License-Identifier: GPL-2.0-only
/* The callee takes an address without a type. */
#include <linux/mm.h>

void device_read(void *to, unsigned long size);

void area_read(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	device_read((void *)&vma->vm_flags, sizeof(vma->vm_flags));
}
