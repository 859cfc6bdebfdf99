// SPDX-License-Identifier: GPL-2.0-only
/* A pointer to the private member: taking it is what is reported. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_t *flags = &vma->__vm_flags; /* EXPECT: private_access */

	*flags |= VM_IO;
}
