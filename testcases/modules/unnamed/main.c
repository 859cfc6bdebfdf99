// SPDX-License-Identifier: GPL-2.0-only
/*
 * Branches by macros that a build sets which was not run, and whose names say
 * nothing of kernels.
 */
#include <linux/fs.h>
#include <linux/mm.h>

#ifndef UNNAMED_FLAGS_CONST
static inline void vm_flags_clear(struct vm_area_struct *vma,
				  unsigned long flags)
{
	vma->vm_flags &= ~flags;
}
#endif

int unnamed_mmap(struct file *file, struct vm_area_struct *vma)
{
#ifdef UNNAMED_NEW_MM
	vm_flags_set(vma, VM_DONTDUMP);
#else
	vma->vm_flags |= VM_DONTDUMP; /* EXPECT(plain): direct_write */
#endif
#if !defined(UNNAMED_VM_FLAGS_NOT_CONSTANT)
	vm_flags_set(vma, VM_IO);
#else
	vma->vm_flags |= VM_IO; /* EXPECT(plain): direct_write */
#endif
	return 0;
}

/* The same macro, but no helper beside: the branch is for all kernels. */
int unnamed_map_fast(struct file *file, struct vm_area_struct *vma)
{
#ifdef UNNAMED_SLOW
	vma = NULL;
#else
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
#endif
	return 0;
}

#define UNNAMED_OWN 1

/* A macro that is known has decided. */
int unnamed_map_own(struct file *file, struct vm_area_struct *vma)
{
#if UNNAMED_OWN
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
#else
	vm_flags_set(vma, VM_DONTCOPY);
#endif
	return 0;
}
