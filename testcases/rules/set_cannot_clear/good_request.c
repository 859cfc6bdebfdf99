// SPDX-License-Identifier: GPL-2.0-only
/* Flags that a caller asks for, less some */
/* API: const typed */
#include <linux/mm.h>

void area_apply(struct vm_area_struct *vma, vm_flags_t request)
{
	vm_flags_set(vma, request & ~VM_DONTCOPY);
}
