// SPDX-License-Identifier: GPL-2.0-only
/* Branches that the macros of a configured module have chosen. */
/* API: const typed */
#include <linux/fs.h>

#include "built.h"

/* Whatever they are called: this build has the helper. */
int built_mmap(struct file *file, struct vm_area_struct *vma)
{
#ifdef BUILT_FLAGS_ARE_CONST
	vm_flags_set(vma, VM_IO);
#else
	vma->vm_flags |= VM_IO;
#endif
#ifndef BUILT_FLAGS_ARE_CONST
	ACCESS_PRIVATE(vma, __vm_flags) |= VM_DONTDUMP;
#endif
	return 0;
}

/* A test of the version, by a macro or in the place where one is defined. */
int built_by_version(struct file *file, struct vm_area_struct *vma)
{
#if BUILT_BEFORE(6, 3, 0)
	vma->vm_flags |= VM_IO;
#endif
#ifndef BUILT_NEW_AREAS
	vma->vm_flags |= VM_DONTCOPY;
#endif
	return 0;
}

/* A name that says what the kernel has is no proof that the kernel decides. */
int built_by_name(struct file *file, struct vm_area_struct *vma)
{
#ifdef HAVE_BUILT_RINGS
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
#endif
	return 0;
}

/* What does not even compile here. */
int built_for_old(struct file *file, struct vm_area_struct *vma)
{
#ifdef BUILT_OLD_AREAS
	vma->vm_reserved = VM_IO;
#endif
	return 0;
}
