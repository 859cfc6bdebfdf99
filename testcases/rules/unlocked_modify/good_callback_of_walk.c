// SPDX-License-Identifier: GPL-2.0-only
/* A page walk says elsewhere which lock it needs. */
/* API: typed3 */
#include <linux/mm.h>

struct mm_walk {
	struct vm_area_struct *vma;
};

int walk_entry(struct mm_walk *walk)
{
	vma_clear_flags(walk->vma, VMA_SOFTDIRTY_BIT);
	return 0;
}
