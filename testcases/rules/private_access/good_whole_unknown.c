// SPDX-License-Identifier: GPL-2.0-only
/* Whoever calls these may hold the lock, or own the VMA. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma)
{
	vma->flags = EMPTY_VMA_FLAGS;
}

void area_inherit(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	vma->flags = other->flags;
}
