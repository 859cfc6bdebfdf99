// SPDX-License-Identifier: GPL-2.0-only
/* A guard behind a comment, and a question with blanks in it */
#include <linux/mm.h>

/* wide */ # if /* enough */ defined(CONFIG_64BIT) || \
	defined(CONFIG_PPC32)
bool area_is_droppable(struct vm_area_struct *vma)
{
	return (vma->vm_flags & VM_DROPPABLE) == VM_DROPPABLE;
}
# endif

bool area_is_droppable_too(struct vm_area_struct *vma)
{
	return IS_ENABLED( CONFIG_64BIT ) &&
	       (vma->vm_flags & VM_DROPPABLE) == VM_DROPPABLE;
}
