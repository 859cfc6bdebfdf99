// SPDX-License-Identifier: GPL-2.0-only
/* Branches by macros of a configure script. */
#include <linux/fs.h>

#include "conftest.h"

#ifndef HAVE_VM_FLAGS_SET
static inline void vm_flags_set(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags |= flags;
}
#endif

int features_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
#ifdef FEATURES_VM_FLAGS_CONST_PRESENT
	vm_flags_set(vma, VM_DONTDUMP);
#else
	vma->vm_flags |= VM_DONTDUMP;
#endif
	return 0;
}
