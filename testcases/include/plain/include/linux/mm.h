/* SPDX-License-Identifier: GPL-2.0-only */
/* Before 6.3: vm_flags is a plain word that everybody writes. */
#ifndef _LINUX_MM_H
#define _LINUX_MM_H

#include <linux/bug.h>
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/mm_types.h>
#include <linux/mmap_lock.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vma_calls.h>

#define VM_NONE	      0x00000000
#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_SHARED     0x00000008
#define VM_MAYREAD    0x00000010
#define VM_MAYWRITE   0x00000020
#define VM_MAYEXEC    0x00000040
#define VM_MAYSHARE   0x00000080
#define VM_GROWSDOWN  0x00000100
#define VM_PFNMAP     0x00000400
#define VM_LOCKED     0x00002000
#define VM_IO	      0x00004000
#define VM_DONTCOPY   0x00020000
#define VM_DONTEXPAND 0x00040000
#define VM_ACCOUNT    0x00100000
#define VM_HUGETLB    0x00400000
#define VM_DONTDUMP   0x04000000
#define VM_SOFTDIRTY  0x08000000
#define VM_MIXEDMAP   0x10000000
#define VM_HUGEPAGE   0x20000000
#define VM_NOHUGEPAGE 0x40000000
#define VM_MERGEABLE  BIT(31)
#ifdef CONFIG_64BIT
#define VM_DROPPABLE BIT(40)
#else
#define VM_DROPPABLE VM_NONE
#endif
#define VM_GROWSUP		 VM_NONE

#define VM_ACCESS_FLAGS		 (VM_READ | VM_WRITE | VM_EXEC)

#define TLB_FLUSH_VMA(mm, flags) { .vm_mm = (mm), .vm_flags = (flags) }

#endif
