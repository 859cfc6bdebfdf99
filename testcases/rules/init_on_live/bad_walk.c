// SPDX-License-Identifier: GPL-2.0-only
/* The VMA of a page walk. */
/* API: const typed */
#include <linux/mm.h>

struct mm_walk {
	struct vm_area_struct *vma;
};

int walk_entry(struct mm_walk *walk)
{
	vm_flags_init(walk->vma, VM_READ); /* EXPECT: init_on_live */
	return 0;
}
