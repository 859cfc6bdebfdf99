// SPDX-License-Identifier: GPL-2.0-only
/* A macro that uses a macro that writes. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define AREA_FLAGS(vma)	    ((vma)->vm_flags)
#define AREA_ADD(vma, bits) (AREA_FLAGS(vma) |= (bits))
#define AREA_FREEZE(vma)    AREA_ADD(vma, VM_DONTEXPAND)

void area_freeze(struct vm_area_struct *vma)
{
	AREA_FREEZE(vma); /* EXPECT: direct_write */
}
