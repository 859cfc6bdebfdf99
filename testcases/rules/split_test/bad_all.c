// SPDX-License-Identifier: GPL-2.0-only
/* Both of two flags, asked for one by one */
#include <linux/mm.h>

bool area_is_shared_writable(const struct vm_area_struct *vma)
{
	if ((vma->vm_flags & VM_SHARED) && /* EXPECT: split_test */
	    (vma->vm_flags & VM_WRITE))
		return true;
	return false;
}
