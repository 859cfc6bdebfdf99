// SPDX-License-Identifier: GPL-2.0-only
/* container_of() gives the VMA itself. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void private_mark(void **private_data)
{
	struct vm_area_struct *vma;

	vma = container_of(private_data, struct vm_area_struct,
			   vm_private_data);
	vma->vm_flags &= ~VM_MAYWRITE; /* EXPECT: direct_write */
}
