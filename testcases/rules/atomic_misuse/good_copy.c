// SPDX-License-Identifier: GPL-2.0-only
/* A copy of the flags may be treated as one likes. */
#include <linux/mm.h>

bool flags_toggle(struct vm_area_struct *vma)
{
	unsigned long flags = vma->vm_flags;

	set_bit(3, &flags);
	return test_and_clear_bit(4, &flags);
}
