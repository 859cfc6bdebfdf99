// SPDX-License-Identifier: GPL-2.0-only
/* A parameter called vm_flags says nothing: here it takes vmalloc flags. */
#include <linux/mm.h>
#include <linux/vmalloc.h>

#include "good_name_alone.h"

static void *area_reserve(unsigned long size, unsigned int vm_flags)
{
	return area_node(size, vm_flags | VM_ALLOC, 0);
}

void *area_map(unsigned long size, bool quiet)
{
	void *area = area_node(size, VM_ALLOC, 0);

	if (!area)
		area = area_node(size, VM_ALLOC | VM_USERMAP, 1);
	if (!area)
		area = area_ops.map(size, VM_IOREMAP);
	return area ? area : area_reserve(size, quiet ? VM_USERMAP : 0);
}
