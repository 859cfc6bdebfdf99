// SPDX-License-Identifier: GPL-2.0-only
/* Set only for some. */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma, bool on);

void area_change(struct vm_area_struct *vma, bool on)
{
	vm_flags_set(vma, on ? VM_LOCKED : VM_IO); /* EXPECT: locked_by_hand */
}
