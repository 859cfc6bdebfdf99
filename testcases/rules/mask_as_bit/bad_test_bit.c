// SPDX-License-Identifier: GPL-2.0-only
/* test_bit() with a mask, as posted for mm/rmap.c in 2024 (contracts 11) */
#include <linux/mm.h>

bool area_is_private(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: bit 8, address_escape */
	return !test_bit(VM_SHARED, &vma->vm_flags);
}
