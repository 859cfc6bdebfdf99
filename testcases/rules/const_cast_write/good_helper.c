// SPDX-License-Identifier: GPL-2.0-only
/* The store of bad_cast_store through the helper that locks. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTCOPY);
}
