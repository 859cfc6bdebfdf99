// SPDX-License-Identifier: GPL-2.0-only
/* A function for other files hands out the address of the plain member. */
/* API: plain */
#include <linux/mm.h>

unsigned long *area_flags(struct vm_area_struct *vma)
{
	return &vma->vm_flags; /* KNOWN-MISS: address_escape */
}
