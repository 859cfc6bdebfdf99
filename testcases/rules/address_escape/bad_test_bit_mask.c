// SPDX-License-Identifier: GPL-2.0-only
/* test_bit() with a mask tests another bit (posted for mm/rmap.c, 2024). */
#include <linux/mm.h>

bool area_is_private(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape, mask_as_bit */
	return !test_bit(VM_SHARED, &vma->vm_flags);
}
