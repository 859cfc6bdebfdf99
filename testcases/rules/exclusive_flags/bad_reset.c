// SPDX-License-Identifier: GPL-2.0-only
/* All flags are stored, and both are among them. */
/* API: const typed */
#include <linux/mm.h>

void area_begin(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	/* EXPECT-NEXT-LINE: exclusive_flags */
	vm_flags_init(vma, VM_READ | VM_PFNMAP | VM_MIXEDMAP);
}
