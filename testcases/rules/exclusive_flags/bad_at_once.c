// SPDX-License-Identifier: GPL-2.0-only
/* Both flags by one mask. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: exclusive_flags: set together */
	vm_flags_set(vma, VM_IO | VM_PFNMAP | VM_MIXEDMAP);
}
