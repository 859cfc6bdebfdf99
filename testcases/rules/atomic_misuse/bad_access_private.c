// SPDX-License-Identifier: GPL-2.0-only
/* The private member by its macro. */
/* API: const */
#include <linux/mm.h>

void area_set_atomic(struct vm_area_struct *vma, int bit)
{
	/* EXPECT-NEXT-LINE: atomic_misuse */
	set_bit(bit, &ACCESS_PRIVATE(vma, __vm_flags));
}
