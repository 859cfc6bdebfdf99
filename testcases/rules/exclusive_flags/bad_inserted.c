// SPDX-License-Identifier: GPL-2.0-only
/* A page is inserted into a mapping of bare frames. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO | VM_PFNMAP);
	/* EXPECT-NEXT-LINE: exclusive_flags */
	return insert_area_page(vma, vma->vm_start);
}
