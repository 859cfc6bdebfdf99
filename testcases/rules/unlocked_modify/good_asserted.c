// SPDX-License-Identifier: GPL-2.0-only
/* The function says that its caller locked the VMA. */
/* API: typed3 */
#include <linux/mm.h>

void area_mark(struct vma_iterator *vmi)
{
	struct vm_area_struct *vma = vma_next(vmi);

	vma_assert_write_locked(vma);
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
}
