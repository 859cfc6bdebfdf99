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
	vm_fault_t (*huge_fault)(struct vm_fault *vmf, unsigned int order);
	vm_fault_t (*page_mkwrite)(struct vm_fault *vmf);
	vm_fault_t (*pfn_mkwrite)(struct vm_fault *vmf);
};

struct vma_iterator {
	struct mm_struct *mm;
	unsigned long index;
};

#define VMA_ITERATOR(name, from, address) \
	struct vma_iterator name = { .mm = (from), .index = (address) }
#define for_each_vma(vmi, vma) while (((vma) = vma_next(&(vmi))) != NULL)
#define for_each_vma_range(vmi, vma, end) \
	while (((vma) = vma_find(&(vmi), (end))) != NULL)

struct vm_area_struct *find_vma(struct mm_struct *mm, unsigned long address);
struct vm_area_struct *vma_lookup(struct mm_struct *mm, unsigned long address);
struct vm_area_struct *find_vma_intersection(struct mm_struct *mm,
					     unsigned long start,
					     unsigned long end);
struct vm_area_struct *vma_next(struct vma_iterator *vmi);
struct vm_area_struct *vma_find(struct vma_iterator *vmi, unsigned long max);
struct vm_area_struct *lock_vma_under_rcu(struct mm_struct *mm,
					  unsigned long address);
int vma_iter_bulk_store(struct vma_iterator *vmi, struct vm_area_struct *vma);
struct vm_area_struct *vm_area_alloc(struct mm_struct *mm);
struct vm_area_struct *vm_area_dup(struct vm_area_struct *orig);
void vm_area_free(struct vm_area_struct *vma);
int insert_vm_struct(struct mm_struct *mm, struct vm_area_struct *vma);

int remap_pfn_range(struct vm_area_struct *vma, unsigned long address,
		    unsigned long pfn, unsigned long size, pgprot_t prot);
int io_remap_pfn_range(struct vm_area_struct *vma, unsigned long address,
		       unsigned long pfn, unsigned long size, pgprot_t prot);
/* Of the tree's own mm/map.c. */
int map_area_pages(struct vm_area_struct *vma, unsigned long size);
int map_area(struct vm_area_struct *vma);
int map_area_maybe(struct vm_area_struct *vma, bool locked);
int insert_area_page(struct vm_area_struct *vma, unsigned long address);
struct device;
int dma_mmap_attrs(struct device *dev, struct vm_area_struct *vma, void *cpu,
		   unsigned long handle, unsigned long size,
		   unsigned long attrs);
#define dma_mmap_coherent(d, v, c, h, s) dma_mmap_attrs(d, v, c, h, s, 0)
vm_fault_t vmf_insert_pfn(struct vm_area_struct *vma, unsigned long address,
			  unsigned long pfn);
pgprot_t vm_get_page_prot(unsigned long vm_flags);
void flush_range(struct vm_area_struct *vma, unsigned long start,
		 unsigned long end);

void vma_assert_write_locked(struct vm_area_struct *vma);
void vma_start_write(struct vm_area_struct *vma);
int vma_start_write_killable(struct vm_area_struct *vma);
bool vma_start_read(struct vm_area_struct *vma);
void vma_end_read(struct vm_area_struct *vma);

static inline void vma_init(struct vm_area_struct *vma, struct mm_struct *mm)
{
	memset(vma, 0, sizeof(*vma));
	vma->vm_mm = mm;
}

#endif
