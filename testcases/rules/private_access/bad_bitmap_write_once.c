// SPDX-License-Identifier: GPL-2.0-only
/* WRITE_ONCE() on the first word. */
/* API: typed */
#include <linux/mm.h>

void area_set(struct vm_area_struct *vma, unsigned long word)
{
	/* EXPECT-NEXT-LINE: private_access */
	WRITE_ONCE(vma->flags.__vma_flags[0], word);
}
