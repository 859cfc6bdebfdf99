// SPDX-License-Identifier: GPL-2.0-only
/* What stands in a comment guards nothing */
#include <linux/mm.h>

/*
#if defined(CONFIG_64BIT) || defined(CONFIG_PPC32)
 */
bool area_is_droppable(struct vm_area_struct *vma)
{
	/* IS_ENABLED(CONFIG_64BIT) is for others to ask */
	/* EXPECT-NEXT-LINE: optional_flag: always true */
	return (vma->vm_flags & VM_DROPPABLE) == VM_DROPPABLE;
}
/*
#endif
 */
