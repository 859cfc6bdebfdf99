// SPDX-License-Identifier: GPL-2.0-only
/* Part of the word is written. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	*(u32 *)&vma->vm_flags = VM_READ; /* EXPECT: const_cast_write */
	((u8 *)&vma->vm_flags)[1] = 0;	  /* EXPECT: const_cast_write */
}
