// SPDX-License-Identifier: GPL-2.0-only
/* What is left of a request when the known flags are taken out */
#include <linux/mm.h>

int area_request(struct vm_area_struct *vma)
{
	vm_flags_t rest = vma->vm_flags;

	rest &= ~(VM_READ | VM_WRITE);
	return rest ? -1 : 0;
}
