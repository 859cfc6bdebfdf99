/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef _LINUX_MMAP_LOCK_H
#define _LINUX_MMAP_LOCK_H

#include <linux/cleanup.h>
#include <linux/mm_types.h>

static inline void mmap_read_lock(struct mm_struct *mm)
{
	down_read(&mm->mmap_lock);
}

static inline void mmap_read_unlock(struct mm_struct *mm)
{
	up_read(&mm->mmap_lock);
}

static inline void mmap_write_lock(struct mm_struct *mm)
{
	down_write(&mm->mmap_lock);
}

static inline void mmap_write_unlock(struct mm_struct *mm)
{
	up_write(&mm->mmap_lock);
}

static inline void mmap_write_downgrade(struct mm_struct *mm)
{
	downgrade_write(&mm->mmap_lock);
}

/* The first two give 0 on success, the others true. */
int mmap_write_lock_killable(struct mm_struct *mm);
int mmap_read_lock_killable(struct mm_struct *mm);
bool mmap_write_trylock(struct mm_struct *mm);
bool mmap_read_trylock(struct mm_struct *mm);
void mmap_assert_write_locked(struct mm_struct *mm);

DEFINE_GUARD(mmap_read_lock, struct mm_struct *, mmap_read_lock(_T),
	     mmap_read_unlock(_T))
DEFINE_GUARD(mmap_write_lock, struct mm_struct *, mmap_write_lock(_T),
	     mmap_write_unlock(_T))

#endif
