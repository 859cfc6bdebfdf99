/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The functions about mappings that are the same whatever the flags look
 * like. The kernel has them in mm.h, which includes this file here.
 */
#ifndef _LINUX_VMA_CALLS_H
#define _LINUX_VMA_CALLS_H

#include <linux/mm_types.h>
#include <linux/string.h>

typedef unsigned int vm_fault_t;

#define VM_FAULT_SIGBUS 0x000002u
#define VM_FAULT_NOPAGE 0x000100u
#define VM_FAULT_RETRY	0x000400u

enum fault_flag {
	FAULT_FLAG_WRITE = 1 << 0,
	FAULT_FLAG_USER = 1 << 6,
};

struct vm_fault {
	struct vm_area_struct *vma;
	unsigned long address;
	enum fault_flag flags;
};

struct vm_operations_struct {
	void (*open)(struct vm_area_struct *vma);
	void (*close)(struct vm_area_struct *vma);
	vm_fault_t (*fault)(struct vm_fault *vmf);
};

struct vm_area_struct *find_vma(struct mm_struct *mm, unsigned long address);
struct vm_area_struct *vma_lookup(struct mm_struct *mm, unsigned long address);
struct vm_area_struct *vm_area_alloc(struct mm_struct *mm);
struct vm_area_struct *vm_area_dup(struct vm_area_struct *orig);
void vm_area_free(struct vm_area_struct *vma);
int insert_vm_struct(struct mm_struct *mm, struct vm_area_struct *vma);

int remap_pfn_range(struct vm_area_struct *vma, unsigned long address,
		    unsigned long pfn, unsigned long size, pgprot_t prot);
pgprot_t vm_get_page_prot(unsigned long vm_flags);
void flush_range(struct vm_area_struct *vma, unsigned long start,
		 unsigned long end);

void vma_assert_write_locked(struct vm_area_struct *vma);
void vma_start_write(struct vm_area_struct *vma);

static inline void vma_init(struct vm_area_struct *vma, struct mm_struct *mm)
{
	memset(vma, 0, sizeof(*vma));
	vma->vm_mm = mm;
}

#endif
