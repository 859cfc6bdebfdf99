// SPDX-License-Identifier: GPL-2.0-only
/* BIT() of what is a mask already */
#include <linux/mm.h>

void area_pin(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: a shift wants a bit number */
	vm_flags_t flags = VM_DONTCOPY | BIT(VM_READ);

	flush_range(vma, flags, flags);
}
