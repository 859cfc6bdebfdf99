// SPDX-License-Identifier: GPL-2.0-only
/* A function for other files hands out the writable pointer. */
/* API: const typed */
#include <linux/mm.h>

vm_flags_t *area_flags(struct vm_area_struct *vma)
{
	return (vm_flags_t *)&vma->vm_flags; /* EXPECT: const_cast_write */
}
