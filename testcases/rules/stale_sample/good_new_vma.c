// SPDX-License-Identifier: GPL-2.0-only
/* A new VMA takes over the flags of one in use. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *area_fork(struct vm_area_struct *from)
{
	vm_flags_t flags = from->vm_flags & ~VM_DONTCOPY;
	struct vm_area_struct *copy;

	vma_start_write(from);
	copy = vm_area_dup(from);
	if (copy)
		vm_flags_init(copy, flags);
	return copy;
}
