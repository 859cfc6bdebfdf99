// SPDX-License-Identifier: GPL-2.0-only
/* A constant that comes in a variable */
#include <linux/mm.h>

bool area_is(struct vm_area_struct *vma)
{
	vm_flags_t wanted = VM_READ;

	return vma->vm_flags == wanted; /* KNOWN-MISS: exact_compare */
}
