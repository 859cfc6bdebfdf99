// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap is the destination of a copy. */
/* API: typed */
#include <linux/mm.h>

void area_restore(struct vm_area_struct *vma, const vma_flags_t *saved)
{
	/* EXPECT-NEXT-LINE: address_escape */
	memcpy(&vma->flags, saved, sizeof(*saved));
	memset(&vma->flags, 0, sizeof(vma->flags)); /* EXPECT: address_escape */
}
