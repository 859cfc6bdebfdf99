// SPDX-License-Identifier: GPL-2.0-only
/* A function of the same file tests for a mask and gets one */
#include <linux/mm.h>

static bool may_touch(unsigned long flags)
{
	return flags & (VM_READ | VM_WRITE);
}

bool area_may_touch(struct vm_area_struct *vma)
{
	return may_touch(vma->vm_flags) || may_touch(VM_WRITE);
}
