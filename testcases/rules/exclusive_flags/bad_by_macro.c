// SPDX-License-Identifier: GPL-2.0-only
/* A macro of the driver holds one of them. */
/* API: const typed */
#include <linux/mm.h>

#define AREA_FLAGS (VM_IO | VM_DONTEXPAND | VM_MIXEDMAP)

void area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, AREA_FLAGS | VM_PFNMAP); /* EXPECT: exclusive_flags */
}
