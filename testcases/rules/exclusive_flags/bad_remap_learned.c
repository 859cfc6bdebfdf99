// SPDX-License-Identifier: GPL-2.0-only
/* What the tree's own function sets is read from its body. */
/* API: const typed */
#include <linux/mm.h>

int area_map(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	return map_area(vma); /* EXPECT: exclusive_flags */
}
