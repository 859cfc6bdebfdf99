// SPDX-License-Identifier: GPL-2.0-only
/* A macro with an argument of its own. */
/* API: const typed */
#include <linux/mm.h>

#define lock_area(area) vm_flags_set((area), VM_LOCKED)

void area_change(struct vm_area_struct *vma)
{
	lock_area(vma); /* EXPECT: locked_by_hand */
}
