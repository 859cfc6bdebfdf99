// SPDX-License-Identifier: GPL-2.0-only
/* Debug code prints the bitmap as it is (mm/debug.c, mid 2026). */
/* API: typed */
#include <linux/mm.h>

void area_dump(const struct vm_area_struct *vma)
{
	pr_emerg("vma %px flags %*pb\n", vma, NUM_VMA_FLAG_BITS,
		 vma->flags.__vma_flags);
}
