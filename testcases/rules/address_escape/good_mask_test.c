// SPDX-License-Identifier: GPL-2.0-only
/* The question of bad_test_bit_mask, asked rightly. */
#include <linux/mm.h>

bool area_is_private(const struct vm_area_struct *vma)
{
	return !(vma->vm_flags & VM_SHARED);
}
