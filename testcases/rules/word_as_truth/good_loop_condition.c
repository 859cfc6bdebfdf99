// SPDX-License-Identifier: GPL-2.0-only
/* A loop over the flags that a request still has. */
#include <linux/mm.h>

int area_count(struct vm_area_struct *vma, unsigned long request)
{
	unsigned long left = vma->vm_flags & request;
	int nr = 0;

	for (; left; left &= left - 1)
		nr++;
	while (vma->vm_flags & VM_LOCKED)
		if (nr++ > 8)
			break;
	return nr;
}
