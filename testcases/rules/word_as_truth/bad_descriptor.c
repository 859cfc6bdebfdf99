// SPDX-License-Identifier: GPL-2.0-only
/* The whole word of a descriptor; it always has VM_READ and the like */
/* API: const typed1 */
#include <linux/mm.h>

int area_prepare(struct vm_area_desc *desc)
{
	if (desc->vm_flags && VM_WRITE) /* EXPECT: word_as_truth */
		return -1;
	return 0;
}
