// SPDX-License-Identifier: GPL-2.0-only
/* Bit numbers and bitmaps of 6.19, where there are none. */
/* API: plain const */
/* REJECTED(plain const): nothing declares them */
#include <linux/mm.h>

bool area_is_locked(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_LOCKED_BIT); /* EXPECT: missing_helper */
}

bool area_has_io(const struct vm_area_struct *vma)
{
	return vma->flags.__vma_flags[0] & 1; /* EXPECT: missing_helper: no member */
}

void area_mark(vma_flag_t flag); /* EXPECT: missing_helper */

bool area_may_write(const struct vm_area_struct *vma)
{
	return vma->vm_flags == VM_IO; /* EXPECT: exact_compare */
}
