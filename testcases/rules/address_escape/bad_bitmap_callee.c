// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap's address goes to a function that is no flag helper. */
/* API: typed */
#include <linux/mm.h>

void driver_adjust(vma_flags_t *flags);

void area_adjust(struct vm_area_struct *vma)
{
	driver_adjust(&vma->flags); /* EXPECT: address_escape: flags */
}
