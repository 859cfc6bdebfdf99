// SPDX-License-Identifier: GPL-2.0-only
/* What goes is computed; shared memory of a phone's system, as a module, 2023 */
/* REJECTED(const typed): vm_flags is const */
#include <linux/mm.h>

static unsigned long may_flags(unsigned long prot)
{
	return prot << 4;
}

void area_restrict(struct vm_area_struct *vma, unsigned long allowed)
{
	vma->vm_flags &= ~may_flags(~allowed); /* EXPECT: direct_write */
}
