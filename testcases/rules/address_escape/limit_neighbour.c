// SPDX-License-Identifier: GPL-2.0-only
/* The address is reached from a neighbouring member. */
#include <linux/mm.h>

void adjust(unsigned long *flags);

void area_adjust(struct vm_area_struct *vma)
{
	adjust(&vma->vm_page_prot.pgprot + 1); /* KNOWN-MISS: address_escape */
}
