// SPDX-License-Identifier: GPL-2.0-only
/* The word with a flag taken out, handed to what can only set */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_set(vma, vma->vm_flags & ~VM_MAYWRITE); /* EXPECT: set_cannot_clear: stays set */
}
