// SPDX-License-Identifier: GPL-2.0-only
/* ilog2() of a mask is a number, not a mask */
#include <linux/log2.h>
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	return vma->vm_flags & ilog2(VM_IO); /* EXPECT: bit_as_mask */
}
