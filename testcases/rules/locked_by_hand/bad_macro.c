// SPDX-License-Identifier: GPL-2.0-only
/* A mask of the driver has it. */
/* API: const typed */
#include <linux/mm.h>

#define PIN_FLAGS (VM_DONTCOPY | VM_LOCKED)

void area_change(struct vm_area_struct *vma);

void area_change(struct vm_area_struct *vma)
{
	vm_flags_set(vma, PIN_FLAGS); /* EXPECT: locked_by_hand */
}
