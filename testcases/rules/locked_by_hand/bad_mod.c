// SPDX-License-Identifier: GPL-2.0-only
/* One of two masks has it. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_mod(vma, VM_LOCKED, VM_IO); /* EXPECT: locked_by_hand */
}
