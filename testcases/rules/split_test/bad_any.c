// SPDX-License-Identifier: GPL-2.0-only
/* Either of two flags, asked for one by one */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO || /* EXPECT: split_test: 2 times */
	       vma->vm_flags & VM_PFNMAP;
}
