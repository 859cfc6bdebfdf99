// SPDX-License-Identifier: GPL-2.0-only
/* ACCESS_PRIVATE() outside the helpers: permission taken, not given. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO; /* EXPECT: private_access */
}
