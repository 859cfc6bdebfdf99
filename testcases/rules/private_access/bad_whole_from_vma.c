// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of one VMA becomes that of another: one finding. */
/* API: typed1 */
#include <linux/mm.h>

void area_inherit(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	vma->flags = other->flags; /* EXPECT: private_access */
}
