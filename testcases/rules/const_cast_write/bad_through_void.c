// SPDX-License-Identifier: GPL-2.0-only
/* The const is lost on the way through void * and through an integer. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(unsigned long *)(void *)&vma->vm_flags |= VM_IO;
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(unsigned long *)(uintptr_t)&vma->vm_flags |= VM_IO;
}
