// SPDX-License-Identifier: GPL-2.0-only
/* One of them, chosen into a variable. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma, bool has_pages)
{
	vm_flags_t flags = VM_IO | (has_pages ? VM_MIXEDMAP : VM_PFNMAP);

	vm_flags_set(vma, flags | VM_DONTEXPAND);
}
