// SPDX-License-Identifier: GPL-2.0-only
/* A bit number or-ed to masks; bit 0 is no flag at all */
/* API: typed */
#include <linux/mm.h>

void area_open(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_as_mask: no flag at all */
	vm_flags_set(vma, VM_WRITE | VMA_READ_BIT);
}
