// SPDX-License-Identifier: GPL-2.0-only
/* A flag word printed as an int */
#include <linux/mm.h>

void area_print(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: flag_truncation: '%x' prints 32 bits */
	pr_info("area at %*lx: %x\n", 8, vma->vm_start, vma->vm_flags);
}
