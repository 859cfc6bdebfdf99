// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file wants a bit and gets a mask */
/* API: typed */
#include <linux/mm.h>

static bool area_has(struct vm_area_struct *vma, vma_flag_t bit)
{
	return vma->vm_flags & BIT((__force int)bit);
}

bool area_is_io(struct vm_area_struct *vma)
{
	return area_has(vma, VM_IO); /* EXPECT: mask_as_bit: 'area_has' */
}
