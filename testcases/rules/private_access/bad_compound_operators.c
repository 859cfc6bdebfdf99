// SPDX-License-Identifier: GPL-2.0-only
/* Changing the private member, also by ++. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->__vm_flags |= VM_IO;	 /* EXPECT: private_access */
	vma->__vm_flags &= ~VM_MAYWRITE; /* EXPECT: private_access */
	vma->__vm_flags++;		 /* EXPECT: private_access */
}
