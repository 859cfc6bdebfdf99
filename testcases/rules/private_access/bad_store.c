// SPDX-License-Identifier: GPL-2.0-only
/* The private twin of the const member is written like any member. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma->__vm_flags = flags; /* EXPECT: private_access: __vm_flags */
}
