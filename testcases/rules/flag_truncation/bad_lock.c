// SPDX-License-Identifier: GPL-2.0-only
/* New flags in an unsigned int (mm/mlock.c before 2011) */
#include <linux/mm.h>

int area_lock(struct vm_area_struct *vma, vm_flags_t newflags)
{
	unsigned int flags = newflags;	    /* EXPECT: flag_truncation */
	int lock = newflags & VM_DROPPABLE; /* EXPECT: flag_truncation */

	return flags == 0 ? lock : 0;
}
