// SPDX-License-Identifier: GPL-2.0-only
/* Branches for other kernels, by tests that are nested, mixed and computed. */
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/version.h>

/* A version of its own, which only says what the kernel's does. */
#ifndef CHOSEN_VERSION_CODE
#define CHOSEN_VERSION_CODE LINUX_VERSION_CODE
#endif

/* Tells of a kernel that is never reached. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(99, 0, 0)
#define CHOSEN_NEW_FLAGS 1
#endif

int chosen_nested(struct file *file, struct vm_area_struct *vma)
{
#if defined(CHOSEN_BUILD_A)
	vm_flags_set(vma, VM_DONTDUMP | VM_IO);
#else
#if LINUX_VERSION_CODE > KERNEL_VERSION(3, 7, 0)
	vma->vm_flags |= VM_DONTDUMP;
#else
	vma->vm_flags |= VM_IO;
#endif
#endif
	return 0;
}

int chosen_by_version_test(struct file *file, struct vm_area_struct *vma)
{
#ifdef CHOSEN_NEW_FLAGS
	vm_flags_clear(vma, VM_MAYWRITE);
#else
	vma->vm_flags &= ~VM_MAYWRITE; /* EXPECT(plain): direct_write */
#endif
	return 0;
}

int chosen_by_own_version(struct file *file, struct vm_area_struct *vma)
{
#if CHOSEN_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	vm_flags_set(vma, VM_IO);
#else
	vma->vm_flags |= VM_IO;
#endif
	return 0;
}

/* Kconfig has no such symbol: some build of the module has it. */
int chosen_by_config(struct file *file, struct vm_area_struct *vma)
{
#ifdef CONFIG_HAVE_CHOSEN_FLAGS
	vm_flags_set(vma, VM_DONTCOPY);
#else
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT(plain): direct_write */
#endif
	return 0;
}

/* .. and this one it has: the branch is for kernels without it. */
int chosen_by_kconfig(struct file *file, struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_EXOTIC
	vm_flags_set(vma, VM_DONTCOPY); /* EXPECT(plain): missing_helper */
#else
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
#endif
	return 0;
}

/* The version has decided, whatever the other macro would say. */
int chosen_by_version(struct file *file, struct vm_area_struct *vma)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 0, 0) || defined(CHOSEN_OLD)
	/* EXPECT-NEXT-LINE(const typed): direct_write */
	vma->vm_flags |= VM_DONTDUMP;
#else
	vm_flags_set(vma, VM_DONTDUMP);
#endif
	return 0;
}

/* The helper is there for another flag: no branch of one job. */
int chosen_to_debug(struct file *file, struct vm_area_struct *vma)
{
#ifdef CHOSEN_DEBUG
	vm_flags_set(vma, VM_DONTDUMP);
#else
	vma->vm_flags |= VM_DONTEXPAND; /* EXPECT: direct_write */
#endif
#ifdef CHOSEN_DEBUG
	vma->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
#endif
	return 0;
}

/* What does not compile here is for another kernel, or was not ported. */
int chosen_private(struct file *file, struct vm_area_struct *vma)
{
#ifdef CHOSEN_PRIVATE_GONE
	vm_flags_set(vma, VM_IO);
#else
	ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO; /* EXPECT(const): private_access */
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO; /* EXPECT(const typed): private_access */
#endif
	return 0;
}
