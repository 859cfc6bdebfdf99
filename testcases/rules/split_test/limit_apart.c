// SPDX-License-Identifier: GPL-2.0-only
/* Something else stands between the tests, and might be moved */
#include <linux/mm.h>

bool area_skip(struct vm_area_struct *vma, bool is_forced)
{
	return (vma->vm_flags & VM_IO) || /* KNOWN-MISS: split_test */
	       is_forced || (vma->vm_flags & VM_PFNMAP);
}
