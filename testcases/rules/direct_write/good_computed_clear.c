// SPDX-License-Identifier: GPL-2.0-only
/* As bad_computed_clear, with the helper. */
/* API: const typed */
#include <linux/mm.h>

static unsigned long may_flags(unsigned long prot)
{
	return prot << 4;
}

void area_restrict(struct vm_area_struct *vma, unsigned long allowed)
{
	vm_flags_clear(vma, may_flags(~allowed));
}
