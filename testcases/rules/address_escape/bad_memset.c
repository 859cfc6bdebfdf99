// SPDX-License-Identifier: GPL-2.0-only
/* The member is filled. */
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	memset((void *)&vma->vm_flags, 0, sizeof(vma->vm_flags));
}
