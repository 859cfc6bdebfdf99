// SPDX-License-Identifier: GPL-2.0-only
/* The whole, private bitmap is replaced through a pointer. */
/* API: typed1 */
#include <linux/mm.h>

void area_set(struct vm_area_struct *vma, vma_flags_t flags)
{
	vma_flags_t *target = &vma->flags;

	*target = flags; /* EXPECT: const_cast_write */
}
