// SPDX-License-Identifier: GPL-2.0-only
/* The word of a descriptor loses all flags but one */
/* API: const typed1 */
#include <linux/mm.h>

int area_prepare(struct vm_area_desc *desc)
{
	desc->vm_flags &= VM_MAYWRITE; /* EXPECT: set_cannot_clear */
	return 0;
}
