// SPDX-License-Identifier: GPL-2.0-only
/* WRITE_ONCE() on the private member; it names it twice, one finding. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, vm_flags_t flags)
{
	WRITE_ONCE(vma->__vm_flags, flags); /* EXPECT: private_access */
}
