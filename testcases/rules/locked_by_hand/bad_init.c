// SPDX-License-Identifier: GPL-2.0-only
/* Part of the first flags. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_init(vma, VM_READ | VM_LOCKED); /* EXPECT: locked_by_hand */
}
