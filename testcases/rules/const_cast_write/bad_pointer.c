// SPDX-License-Identifier: GPL-2.0-only
/* A test harness stores through a pointer that lost the const (before 6.19). */
/* API: const typed */
#include <linux/mm.h>

void harness_set(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_t *dst = (vm_flags_t *)(&vma->vm_flags);

	*dst = flags; /* EXPECT: const_cast_write */
}
