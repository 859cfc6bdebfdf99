// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file keeps its parameter for later. */
#include <linux/mm.h>

static unsigned long *kept;

static void keep(unsigned long *flags)
{
	kept = flags;
}

void area_keep(struct vm_area_struct *vma)
{
	keep(&vma->vm_flags); /* EXPECT: address_escape */
}
