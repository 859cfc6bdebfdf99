// SPDX-License-Identifier: GPL-2.0-only
/* Masks for functions that take bitmaps by now, as those of shmem since 7.1. */
/* API: typed */
#include <linux/mm.h>

static unsigned long bitmaps_reserve(unsigned long size, vma_flags_t flags)
{
	return size;
}

unsigned long bitmaps_open(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: a bitmap of bit numbers is wanted */
	unsigned long size = bitmaps_reserve(4096, VM_DONTEXPAND);

	vm_flags_set(vma, VM_IO);
	return size;
}
