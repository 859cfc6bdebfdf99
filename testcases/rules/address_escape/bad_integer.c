// SPDX-License-Identifier: GPL-2.0-only
/* The address travels as an integer. */
#include <linux/mm.h>

void device_poke(unsigned long address, unsigned long value);

void area_poke(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	device_poke((unsigned long)&vma->vm_flags, VM_IO);
}
