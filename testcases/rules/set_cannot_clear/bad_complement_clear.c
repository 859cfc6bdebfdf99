// SPDX-License-Identifier: GPL-2.0-only
/* A complement handed to what clears what it is given */
/* API: const typed */
#include <linux/mm.h>

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, ~(VM_MAYWRITE | VM_MAYEXEC)); /* EXPECT: set_cannot_clear */
}
