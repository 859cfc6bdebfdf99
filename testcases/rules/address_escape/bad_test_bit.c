// SPDX-License-Identifier: GPL-2.0-only
/* Even with a right bit number, test_bit() makes the word a bitmap. */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	return test_bit(14, &vma->vm_flags); /* EXPECT: address_escape */
}
