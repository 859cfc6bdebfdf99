// SPDX-License-Identifier: GPL-2.0-only
/* Printing flags takes their address (%pGv); mm/debug.c does. */
#include <linux/mm.h>

void area_dump(const struct vm_area_struct *vma, struct mm_struct *mm)
{
	pr_emerg("vma %lx-%lx flags: %lx(%pGv)\n", vma->vm_start, vma->vm_end,
		 vma->vm_flags, &vma->vm_flags);
	printk("def_flags: %pGv\n", &mm->def_flags);
	pr_info("at %px: %pGv\n", vma, &vma->vm_flags);
}
