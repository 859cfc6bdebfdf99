/* SPDX-License-Identifier: GPL-2.0-only */
/* 6.19: bits have a type, the bitmap is private, helpers take words. */
#ifndef _LINUX_MM_TYPES_H
#define _LINUX_MM_TYPES_H

#include <linux/bitmap.h>
#include <linux/compiler.h>
#include <linux/rwsem.h>
#include <linux/types.h>

struct file;
struct vm_operations_struct;

typedef struct {
	unsigned long pgprot;
} pgprot_t;

typedef unsigned long vm_flags_t;

#define NUM_VMA_FLAG_BITS BITS_PER_LONG

typedef struct {
	DECLARE_BITMAP(__vma_flags, NUM_VMA_FLAG_BITS);
} __private vma_flags_t;

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
		vma_flags_t flags;
	};
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
};

/* What an mmap_prepare hook may still decide about a VMA to come. */
struct vm_area_desc {
	struct mm_struct *mm;
	unsigned long start;
	unsigned long end;
	union {
		vm_flags_t vm_flags;
		vma_flags_t vma_flags;
	};
	pgprot_t page_prot;
};

struct mm_struct {
	struct rw_semaphore mmap_lock;
	vm_flags_t def_flags;
	unsigned long flags;
	unsigned long total_vm;
};

/* Plain accesses to the first word; the rest stays as it is. */
static __always_inline void vma_flags_clear_all(vma_flags_t *flags)
{
	bitmap_zero(ACCESS_PRIVATE(flags, __vma_flags), NUM_VMA_FLAG_BITS);
}

static __always_inline void vma_flags_overwrite_word(vma_flags_t *flags,
						     unsigned long value)
{
	*ACCESS_PRIVATE(flags, __vma_flags) = value;
}

static __always_inline void vma_flags_overwrite_word_once(vma_flags_t *flags,
							  unsigned long value)
{
	WRITE_ONCE(*ACCESS_PRIVATE(flags, __vma_flags), value);
}

static __always_inline void vma_flags_set_word(vma_flags_t *flags,
					       unsigned long value)
{
	*ACCESS_PRIVATE(flags, __vma_flags) |= value;
}

static __always_inline void vma_flags_clear_word(vma_flags_t *flags,
						 unsigned long value)
{
	*ACCESS_PRIVATE(flags, __vma_flags) &= ~value;
}

#endif
