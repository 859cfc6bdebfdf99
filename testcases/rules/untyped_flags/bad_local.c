// SPDX-License-Identifier: GPL-2.0-only
/* A local variable that holds flags (53 files converted in 2025) */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags; /* EXPECT: untyped_flags */

	return flags & VM_SHARED;
}
