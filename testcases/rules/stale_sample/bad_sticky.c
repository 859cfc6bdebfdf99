// SPDX-License-Identifier: GPL-2.0-only
/* Flags of the neighbour, read before it is locked, go into the merged VMA. */
/* API: typed3 */
#include <linux/mm.h>

/* As a version of the conversion of the merge did. */
void area_merge(struct vm_area_struct *vma, struct vm_area_struct *next,
		vm_flags_t sticky)
{
	vm_flags_t flags = next->vm_flags & sticky;

	vma_start_write(next);
	vma_start_write(vma);
	vm_flags_set(vma, flags); /* EXPECT: stale_sample */
}
