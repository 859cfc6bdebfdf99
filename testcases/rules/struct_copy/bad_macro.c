// SPDX-License-Identifier: GPL-2.0-only
/* A macro copies. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define AREA_COPY(to, from) (*(to) = *(from))

void area_clone(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	AREA_COPY(vma, other); /* EXPECT: struct_copy */
}
