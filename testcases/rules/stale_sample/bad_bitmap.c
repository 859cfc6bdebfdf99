// SPDX-License-Identifier: GPL-2.0-only
/* The whole bitmap is read early. */
/* API: typed3 */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	vma_flags_t flags = vma->flags;

	vma_flags_set(&flags, VMA_LOCKED_BIT);
	vma_start_write(vma);
	vma_flags_reset_once(vma, &flags); /* EXPECT: stale_sample */
}
