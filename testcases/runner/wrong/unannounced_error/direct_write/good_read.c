// SPDX-License-Identifier: GPL-2.0-only
/* Does not compile, and does not say so. */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	return vma->vm_flags & no_such_name;
}
