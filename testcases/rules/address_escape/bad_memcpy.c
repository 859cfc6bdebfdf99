// SPDX-License-Identifier: GPL-2.0-only
/* The member is the destination of a copy. */
#include <linux/mm.h>

void area_restore(struct vm_area_struct *vma, const unsigned long *saved)
{
	/* EXPECT-NEXT-LINE: address_escape */
	memcpy(&vma->vm_flags, saved, sizeof(vma->vm_flags));
	/* EXPECT-NEXT-LINE: address_escape */
	memmove((void *)&vma->vm_flags, saved, sizeof(*saved));
}
