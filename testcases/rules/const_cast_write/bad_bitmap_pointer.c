// SPDX-License-Identifier: GPL-2.0-only
/* The whole bitmap is replaced through a pointer. */
/* API: typed */
#include <linux/mm.h>

void area_set(struct vm_area_struct *vma, vma_flags_t flags)
{
	vma_flags_t *target = &vma->flags;

	*target = flags; /* EXPECT: const_cast_write */
}
