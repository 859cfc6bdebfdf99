// SPDX-License-Identifier: GPL-2.0-only
/* Flags of vmalloc in a variable of the same name */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void *area_alloc(unsigned long size)
{
	unsigned long vm_flags = VM_ALLOC | VM_USERMAP;

	if (size > 4096)
		vm_flags |= VM_IOREMAP;
	return __vmalloc_node_range(size, GFP_KERNEL, vm_flags);
}
