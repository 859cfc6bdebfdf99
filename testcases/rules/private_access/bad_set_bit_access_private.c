// SPDX-License-Identifier: GPL-2.0-only
/* The address of the private member by ACCESS_PRIVATE(). */
/* API: const */
#include <linux/mm.h>

void area_set_atomic(struct vm_area_struct *vma, int bit)
{
	/* EXPECT-NEXT-LINE: private_access */
	set_bit(bit, &ACCESS_PRIVATE(vma, __vm_flags));
}
