// SPDX-License-Identifier: GPL-2.0-only
/* What a caller passes may be a part of the word */
#include <linux/mm.h>

int area_apply(struct vm_area_struct *vma, vm_flags_t vm_flags)
{
	if (!vm_flags)
		return 0;
	return vm_flags && vma->vm_start;
}
