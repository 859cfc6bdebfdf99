// SPDX-License-Identifier: GPL-2.0-only
/* The kernel's own duplication before 6.3 (kernel/fork.c). */
/* API: plain */
#include <linux/mm.h>

static struct kmem_cache *vm_area_cachep;

struct vm_area_struct *vm_area_dup(struct vm_area_struct *orig)
{
	struct vm_area_struct *new;

	new = kmem_cache_alloc(vm_area_cachep, GFP_KERNEL);
	if (new)
		*new = data_race(*orig);
	return new;
}
