// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap's address for a reader. */
/* API: typed */
#include <linux/mm.h>

void driver_show(const vma_flags_t *flags);

void area_show(struct vm_area_struct *vma)
{
	driver_show(&vma->flags);
}
