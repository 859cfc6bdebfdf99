// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of a pseudo VMA is assigned. */
/* API: typed1 */
#include <linux/mm.h>

void range_flush(struct mm_struct *mm, vma_flags_t flags)
{
	struct vm_area_struct vma = { .vm_mm = mm };

	vma.flags = flags; /* EXPECT: private_access */
	flush_range(&vma, 0, 1);
}
