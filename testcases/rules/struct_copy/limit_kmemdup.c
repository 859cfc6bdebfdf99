// SPDX-License-Identifier: GPL-2.0-only
/* A copy made by an allocator. */
#include <linux/mm.h>

struct vm_area_struct *area_clone(struct vm_area_struct *orig)
{
	/* KNOWN-MISS-NEXT-LINE: struct_copy */
	return kmemdup(orig, sizeof(*orig), GFP_KERNEL);
}
