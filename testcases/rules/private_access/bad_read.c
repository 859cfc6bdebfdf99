// SPDX-License-Identifier: GPL-2.0-only
/* Reading the private member is as private as writing it. */
/* API: const */
#include <linux/mm.h>

bool area_is_io(const struct vm_area_struct *vma)
{
	return vma->__vm_flags & VM_IO; /* EXPECT: private_access */
}
