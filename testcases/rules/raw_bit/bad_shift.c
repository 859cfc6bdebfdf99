// SPDX-License-Identifier: GPL-2.0-only
/* The value is right, the type is lost: sparse warns */
/* API: typed */
#include <linux/mm.h>

bool area_has(struct vm_area_struct *vma, vma_flag_t bit)
{
	return vma->vm_flags & (1UL << bit); /* EXPECT: raw_bit: shift */
}

vm_flags_t area_io(void)
{
	return 1UL << VMA_IO_BIT; /* EXPECT: raw_bit: vma_flag_t */
}
