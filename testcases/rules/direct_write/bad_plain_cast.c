// SPDX-License-Identifier: GPL-2.0-only
/* A cast of the address, or of its integer value. */
/* API: plain */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
	*(u32 *)&vma->vm_flags = VM_READ;	   /* EXPECT: direct_write */
	*(u8 *)(void *)&vma->vm_flags = 0;	   /* EXPECT: direct_write */
}
