// SPDX-License-Identifier: GPL-2.0-only
/* Flags of vmalloc in a vm_flags_t (the blanket conversion of 2025) */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void *area_alloc(unsigned long size)
{
	vm_flags_t vm_flags = VM_ALLOC; /* EXPECT: foreign_flag */

	return __vmalloc_node_range(size, GFP_KERNEL, vm_flags);
}
