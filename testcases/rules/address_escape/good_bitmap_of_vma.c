// SPDX-License-Identifier: GPL-2.0-only
/* Clearing flags of a test's VMA with the helper for VMAs. */
/* API: typed3 */
#include <linux/mm.h>

bool harness_clear(struct mm_struct *mm)
{
	struct vm_area_struct vma = { .vm_mm = mm };
	vma_flags_t mask = mk_vma_flags(VMA_IO_BIT, VMA_DONTCOPY_BIT);

	vma_set_flags_mask(&vma, mask);
	vma_clear_flags_mask(&vma, mask);
	return vma_test_any_mask(&vma, mask);
}
