/* SPDX-License-Identifier: GPL-2.0-only */
/* 6.3 to 6.18: vm_flags is const, helpers write its private twin. */
#ifndef _LINUX_MM_TYPES_H
#define _LINUX_MM_TYPES_H

#include <linux/compiler.h>
#include <linux/rwsem.h>
#include <linux/types.h>

struct file;
struct vm_operations_struct;

typedef struct {
	unsigned long pgprot;
} pgprot_t;

typedef unsigned long vm_flags_t;

/* A mapping of a kernel without MMU; not a VMA. */
struct vm_region {
	vm_flags_t vm_flags;
	unsigned long vm_start;
	unsigned long vm_end;
};

struct vm_area_struct {
	unsigned long vm_start;
	unsigned long vm_end;
	struct mm_struct *vm_mm;
	pgprot_t vm_page_prot;
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __private __vm_flags;
	};
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
};

struct mm_struct {
	struct rw_semaphore mmap_lock;
	unsigned long def_flags;
	unsigned long total_vm;
};

#endif
