// SPDX-License-Identifier: GPL-2.0-only
/* Both flags by one store, before 6.3. */
/* API: plain */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: exclusive_flags, direct_write */
	vma->vm_flags |= VM_PFNMAP | VM_MIXEDMAP;
}
