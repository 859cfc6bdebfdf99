// SPDX-License-Identifier: GPL-2.0-only
/* A variable collects both. */
/* API: const typed */
#include <linux/mm.h>

void area_map(struct vm_area_struct *vma, bool is_io)
{
	vm_flags_t flags = VM_DONTEXPAND | VM_MIXEDMAP;

	if (is_io)
		flags |= VM_IO;
	flags |= VM_PFNMAP;
	vm_flags_set(vma, flags); /* EXPECT: exclusive_flags */
}
