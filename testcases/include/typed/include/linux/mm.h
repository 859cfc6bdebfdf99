/* SPDX-License-Identifier: GPL-2.0-only */
/* 7.0 and 7.1: what both have; the rest of each comes behind it. */
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

typedef int __bitwise vma_flag_t;

#define DECLARE_VMA_BIT(name, bitnum) \
	VMA_##name##_BIT = ((__force vma_flag_t)bitnum)
#define DECLARE_VMA_BIT_ALIAS(name, other) VMA_##name##_BIT = VMA_##other##_BIT
enum {
	DECLARE_VMA_BIT(READ, 0),
	DECLARE_VMA_BIT(WRITE, 1),
	DECLARE_VMA_BIT(EXEC, 2),
	DECLARE_VMA_BIT(SHARED, 3),
	DECLARE_VMA_BIT(MAYREAD, 4),
	DECLARE_VMA_BIT(MAYWRITE, 5),
	DECLARE_VMA_BIT(MAYEXEC, 6),
	DECLARE_VMA_BIT(MAYSHARE, 7),
	DECLARE_VMA_BIT(GROWSDOWN, 8),
	DECLARE_VMA_BIT(PFNMAP, 10),
	DECLARE_VMA_BIT(MAYBE_GUARD, 11),
	DECLARE_VMA_BIT(LOCKED, 13),
	DECLARE_VMA_BIT(IO, 14),
	DECLARE_VMA_BIT(DONTCOPY, 17),
	DECLARE_VMA_BIT(DONTEXPAND, 18),
	DECLARE_VMA_BIT(ACCOUNT, 20),
	DECLARE_VMA_BIT(HUGETLB, 22),
	DECLARE_VMA_BIT(ARCH_1, 24),
	DECLARE_VMA_BIT(DONTDUMP, 26),
	DECLARE_VMA_BIT(SOFTDIRTY, 27),
	DECLARE_VMA_BIT(MIXEDMAP, 28),
	DECLARE_VMA_BIT(HUGEPAGE, 29),
	DECLARE_VMA_BIT(NOHUGEPAGE, 30),
	DECLARE_VMA_BIT(MERGEABLE, 31),
	DECLARE_VMA_BIT(DROPPABLE, 40),
	DECLARE_VMA_BIT_ALIAS(GROWSUP, ARCH_1),
};
#undef DECLARE_VMA_BIT
#undef DECLARE_VMA_BIT_ALIAS

#define INIT_VM_FLAG(name) BIT((__force int)VMA_##name##_BIT)
#define VM_NONE		   0x00000000
#define VM_READ		   INIT_VM_FLAG(READ)
#define VM_WRITE	   INIT_VM_FLAG(WRITE)
#define VM_EXEC		   INIT_VM_FLAG(EXEC)
#define VM_SHARED	   INIT_VM_FLAG(SHARED)
#define VM_MAYREAD	   INIT_VM_FLAG(MAYREAD)
#define VM_MAYWRITE	   INIT_VM_FLAG(MAYWRITE)
#define VM_MAYEXEC	   INIT_VM_FLAG(MAYEXEC)
#define VM_MAYSHARE	   INIT_VM_FLAG(MAYSHARE)
#define VM_GROWSDOWN	   INIT_VM_FLAG(GROWSDOWN)
#define VM_PFNMAP	   INIT_VM_FLAG(PFNMAP)
#define VM_MAYBE_GUARD	   INIT_VM_FLAG(MAYBE_GUARD)
#define VM_LOCKED	   INIT_VM_FLAG(LOCKED)
#define VM_IO		   INIT_VM_FLAG(IO)
#define VM_DONTCOPY	   INIT_VM_FLAG(DONTCOPY)
#define VM_DONTEXPAND	   INIT_VM_FLAG(DONTEXPAND)
#define VM_ACCOUNT	   INIT_VM_FLAG(ACCOUNT)
#define VM_HUGETLB	   INIT_VM_FLAG(HUGETLB)
#define VM_ARCH_1	   INIT_VM_FLAG(ARCH_1)
#define VM_DONTDUMP	   INIT_VM_FLAG(DONTDUMP)
#define VM_SOFTDIRTY	   INIT_VM_FLAG(SOFTDIRTY)
#define VM_MIXEDMAP	   INIT_VM_FLAG(MIXEDMAP)
#define VM_HUGEPAGE	   INIT_VM_FLAG(HUGEPAGE)
#define VM_NOHUGEPAGE	   INIT_VM_FLAG(NOHUGEPAGE)
#define VM_MERGEABLE	   INIT_VM_FLAG(MERGEABLE)
#ifdef CONFIG_64BIT
#define VM_DROPPABLE INIT_VM_FLAG(DROPPABLE)
#else
#define VM_DROPPABLE VM_NONE
#endif
#define VM_GROWSUP	      VM_NONE
#define VM_ATOMIC_SET_ALLOWED VM_MAYBE_GUARD

#define VM_ACCESS_FLAGS	      (VM_READ | VM_WRITE | VM_EXEC)

/* For a VMA that nobody else can see yet. */
static inline void vm_flags_init(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_flags_clear_all(&vma->flags);
	vma_flags_overwrite_word(&vma->flags, flags);
}

static inline void vm_flags_reset(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_assert_write_locked(vma);
	vm_flags_init(vma, flags);
}

static inline void vm_flags_reset_once(struct vm_area_struct *vma,
				       vm_flags_t flags)
{
	unsigned long *words = vma->flags.__vma_flags;

	vma_assert_write_locked(vma);
	if (NUM_VMA_FLAG_BITS > BITS_PER_LONG)
		bitmap_zero(&words[1], NUM_VMA_FLAG_BITS - BITS_PER_LONG);
	vma_flags_overwrite_word_once(&vma->flags, flags);
}

static inline void vm_flags_set(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	vma_flags_set_word(&vma->flags, flags);
}

static inline void vm_flags_clear(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	vma_flags_clear_word(&vma->flags, flags);
}

static inline void __vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,
				  vm_flags_t clear)
{
	vm_flags_init(vma, (vma->vm_flags | set) & ~clear);
}

static inline void vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,
				vm_flags_t clear)
{
	vma_start_write(vma);
	__vm_flags_mod(vma, set, clear);
}

/* The only flags that may change under a read lock. */
static inline bool __vma_atomic_valid_flag(struct vm_area_struct *vma,
					   vma_flag_t bit)
{
	return !WARN_ON_ONCE(!(BIT((__force int)bit) & VM_ATOMIC_SET_ALLOWED));
}

static inline void vma_set_atomic_flag(struct vm_area_struct *vma,
				       vma_flag_t bit)
{
	if (__vma_atomic_valid_flag(vma, bit))
		set_bit((__force int)bit, vma->flags.__vma_flags);
}

static inline bool vma_test_atomic_flag(struct vm_area_struct *vma,
					vma_flag_t bit)
{
	if (!__vma_atomic_valid_flag(vma, bit))
		return false;
	return test_bit((__force int)bit, &vma->vm_flags);
}

