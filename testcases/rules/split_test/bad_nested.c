// SPDX-License-Identifier: GPL-2.0-only
/* A chain inside of another one, and in an argument */
#include <linux/mm.h>

int area_count(struct vm_area_struct *vma, int (*count)(bool))
{
	return count(vma && ((vma->vm_flags & VM_IO) || /* EXPECT: split_test */
			     (VM_PFNMAP & vma->vm_flags)));
}
