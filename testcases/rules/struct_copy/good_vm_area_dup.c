// SPDX-License-Identifier: GPL-2.0-only
/* The kernel's own duplication (kernel/fork.c). */
/* API: const typed */
#include <linux/mm.h>

static struct kmem_cache *vm_area_cachep;

struct vm_area_struct *vm_area_dup(struct vm_area_struct *orig)
{
	struct vm_area_struct *new;

	new = kmem_cache_alloc(vm_area_cachep, GFP_KERNEL);
	if (!new)
		return NULL;
	ASSERT_EXCLUSIVE_WRITER(orig->vm_flags);
	data_race(memcpy(new, orig, sizeof(*new)));
	return new;
}
