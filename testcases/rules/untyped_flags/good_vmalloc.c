// SPDX-License-Identifier: GPL-2.0-only
/* Flags of vmalloc are no VMA flags, whatever the name says */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void *area_alloc(unsigned long size)
{
	unsigned long vm_flags = VM_ALLOC;

	return __vmalloc_node_range(size, GFP_KERNEL, vm_flags);
}
