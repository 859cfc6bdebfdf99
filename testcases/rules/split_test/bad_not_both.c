// SPDX-License-Identifier: GPL-2.0-only
/* Not both of two flags */
#include <linux/mm.h>

bool area_is_private_or_read_only(struct vm_area_struct *vma)
{
	return !(vma->vm_flags & VM_SHARED) || /* EXPECT: split_test */
	       !(vma->vm_flags & VM_WRITE);
}
