// SPDX-License-Identifier: GPL-2.0-only
/* The VMA read lock is taken by hand. */
/* API: typed3 */
#include <linux/mm.h>

void area_mark(struct vma_iterator *vmi)
{
	struct vm_area_struct *vma = vma_next(vmi);

	if (!vma || !vma_start_read(vma))
		return;
	vma_set_flags(vma, VMA_DONTCOPY_BIT); /* EXPECT: unlocked_modify */
	vma_end_read(vma);
}
