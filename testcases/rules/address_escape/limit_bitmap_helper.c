// SPDX-License-Identifier: GPL-2.0-only
/* A helper for bitmaps where the helper for VMAs is meant (tests before 7.1).
 */
/* API: typed2 typed3 */
#include <linux/mm.h>

void harness_clear(struct mm_struct *mm, vma_flags_t mask)
{
	struct vm_area_struct vma = { .vm_mm = mm };

	vma_flags_clear_mask(&vma.flags, mask); /* KNOWN-MISS: address_escape */
	flush_range(&vma, vma.vm_start, vma.vm_end);
}
