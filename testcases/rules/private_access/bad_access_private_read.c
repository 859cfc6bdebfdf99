// SPDX-License-Identifier: GPL-2.0-only
/* ACCESS_PRIVATE() only to read. */
/* API: const */
#include <linux/mm.h>

vm_flags_t area_flags(struct vm_area_struct *vma)
{
	return ACCESS_PRIVATE(vma, __vm_flags); /* EXPECT: private_access */
}
