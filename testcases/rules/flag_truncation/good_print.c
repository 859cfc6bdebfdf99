// SPDX-License-Identifier: GPL-2.0-only
/* A flag word printed as a long, and by name */
#include <linux/mm.h>

void area_print(struct vm_area_struct *vma)
{
	pr_info("area %d%%: %lx %#lx\n", 1, vma->vm_flags, vma->vm_start);
	pr_info("flags %pGv, %d\n", &vma->vm_flags, 3);
}
