// SPDX-License-Identifier: GPL-2.0-only
/* ilog2() of a mask, used as a number */
#include <linux/log2.h>
#include <linux/mm.h>

static const char names[64][3] = {
	[ilog2(VM_READ)] = "rd",
	[ilog2(VM_MERGEABLE)] = "mg",
};

bool area_is_io(struct vm_area_struct *vma)
{
	return vma->vm_flags & BIT(ilog2(VM_IO)) && names[0][0];
}
