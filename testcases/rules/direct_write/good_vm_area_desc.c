// SPDX-License-Identifier: GPL-2.0-only
/* A descriptor of a VMA to come is there to be written. */
/* API: const typed1 */
#include <linux/mm.h>

int driver_mmap_prepare(struct vm_area_desc *desc)
{
	desc->vm_flags |= VM_IO | VM_DONTEXPAND;
	desc->vm_flags &= ~VM_MAYWRITE;
	return 0;
}
