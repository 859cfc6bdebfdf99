// SPDX-License-Identifier: GPL-2.0-only
/* The same cast, with the right type name. */
/* API: const typed */
#include <linux/mm.h>

int driver_mmap(struct file *file, struct vm_area_struct *vma)
{
	*(vm_flags_t *)&vma->vm_flags |= VM_IO; /* EXPECT: const_cast_write */
	/* EXPECT-NEXT-LINE: const_cast_write */
	*((vm_flags_t *)(&vma->vm_flags)) &= ~VM_MAYWRITE;
	return 0;
}
