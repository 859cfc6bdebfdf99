// SPDX-License-Identifier: GPL-2.0-only
/* A test for equality holds where the flag is 0 */
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: optional_flag: always true */
	return (vma->vm_flags & VM_DROPPABLE) == VM_DROPPABLE;
}
