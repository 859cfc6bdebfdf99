// SPDX-License-Identifier: GPL-2.0-only
/* A complement handed to what can only set */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_set(vma, ~VM_MAYWRITE); /* EXPECT: set_cannot_clear: all flags but */
}
