// SPDX-License-Identifier: GPL-2.0-only
/* A macro of the file names the private member. */
/* API: const */
#include <linux/mm.h>

#define AREA_FLAGS(vma) ((vma)->__vm_flags)

void area_mark(struct vm_area_struct *vma)
{
	AREA_FLAGS(vma) |= VM_IO; /* EXPECT: private_access */
}
