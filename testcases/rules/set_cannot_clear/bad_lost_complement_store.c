// SPDX-License-Identifier: GPL-2.0-only
/* The same by a plain store, and a complement that is or-ed */
/* API: plain */
#include <linux/mm.h>

void area_unlock(struct vm_area_struct *vma, struct vm_area_struct *next)
{
	/* EXPECT-NEXT-LINE: direct_write, set_cannot_clear */
	vma->vm_flags &= VM_DONTCOPY;
	/* EXPECT-NEXT-LINE: direct_write, set_cannot_clear */
	next->vm_flags |= ~VM_DONTCOPY;
}
