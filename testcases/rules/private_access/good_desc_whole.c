// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of a descriptor, and one's own, may be assigned. */
/* API: typed */
#include <linux/mm.h>

void desc_set(struct vm_area_desc *desc, const struct vm_area_struct *like)
{
	vma_flags_t flags;

	flags = like->flags;
	desc->vma_flags = flags;
}
