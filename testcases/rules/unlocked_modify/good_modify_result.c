// SPDX-License-Identifier: GPL-2.0-only
/* The VMA that came out of a split is locked before it changes. */
/* API: typed3 */
#include <linux/mm.h>

struct vm_area_struct *vma_modify_flags(struct vma_iterator *vmi,
					struct vm_area_struct *vma,
					vma_flags_t *flags);

int area_seal(struct vma_iterator *vmi, struct vm_area_struct *vma,
	      vma_flags_t *flags)
{
	vma = vma_modify_flags(vmi, vma, flags);
	if (!vma)
		return -1;
	vma_start_write(vma);
	vma_set_flags(vma, VMA_DONTEXPAND_BIT);
	return 0;
}
