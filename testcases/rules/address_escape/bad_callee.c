// SPDX-License-Identifier: GPL-2.0-only
/* A function of another file gets the address and may write. */
#include <linux/mm.h>

void adjust(unsigned long *flags);

void area_adjust(struct vm_area_struct *vma)
{
	adjust(&vma->vm_flags); /* EXPECT: address_escape: vm_flags */
}
