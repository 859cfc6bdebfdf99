// SPDX-License-Identifier: GPL-2.0-only
/* The const cast away, as was advised for the compile error of Linux 6.3. */
#include <linux/fs.h>
#include <linux/mm.h>

static vm_flags_t *writable_flags(struct vm_area_struct *vma)
{
	return (vm_flags_t *)&vma->vm_flags;
}

int casts_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE(const typed): const_cast_write */
	*(unsigned long *)&vma->vm_flags |= VM_IO; /* EXPECT(plain): direct_write */
	/* EXPECT-NEXT-LINE(const typed): const_cast_write */
	*writable_flags(vma) |= VM_DONTDUMP; /* EXPECT(plain): direct_write */
	return 0;
}
