// SPDX-License-Identifier: GPL-2.0-only
/* Both masks of vm_flags_mod() are named flags; the helper complements */
/* API: const typed */
#include <linux/mm.h>

void area_change(struct vm_area_struct *vma)
{
	vm_flags_mod(vma, VM_IO, ~VM_MAYWRITE); /* EXPECT: set_cannot_clear */
	vm_flags_mod(vma, ~VM_IO, VM_MAYWRITE); /* EXPECT: set_cannot_clear */
}
