// SPDX-License-Identifier: GPL-2.0-only
/* Cleared on a VMA in use. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, VM_LOCKED); /* EXPECT: locked_by_hand: cleared */
}
