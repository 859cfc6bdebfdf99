// SPDX-License-Identifier: GPL-2.0-only
/* A split or merged VMA is sealed with the helper that takes no lock. */
/* API: typed3 */
#include <linux/mm.h>

struct vm_area_struct *vma_modify_flags(struct vma_iterator *vmi,
					struct vm_area_struct *vma,
					vma_flags_t *flags);

/* As an early version of the conversion of mseal() did. */
int area_seal(struct vma_iterator *vmi, struct vm_area_struct *vma,
	      vma_flags_t *flags)
{
	vma = vma_modify_flags(vmi, vma, flags);
	if (!vma)
		return -1;
	vma_set_flags(vma, VMA_DONTEXPAND_BIT); /* EXPECT: unlocked_modify */
	return 0;
}
