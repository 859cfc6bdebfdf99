// SPDX-License-Identifier: GPL-2.0-only
/* The complement has a name, or is one of two values. */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma, bool all)
{
	const unsigned long keep = ~VM_MAYWRITE;

	vm_flags_set(vma, keep); /* EXPECT: set_cannot_clear */
	vm_flags_set(vma, all ? ~VM_IO : VM_DONTCOPY); /* EXPECT: set_cannot_clear */
}
