// SPDX-License-Identifier: GPL-2.0-only
/* Masks or-ed to masks */
/* API: typed */
#include <linux/mm.h>

void area_open(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_WRITE | VM_READ);
}
