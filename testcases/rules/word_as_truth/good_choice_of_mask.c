// SPDX-License-Identifier: GPL-2.0-only
/* A mask that a choice makes, and that may be empty, is asked for any flag. */
#include <linux/mm.h>

int area_apply(struct vm_area_struct *vma, bool pinned, bool hidden)
{
	vm_flags_t extra = (pinned ? VM_LOCKED : 0) |
			   (hidden ? VM_DONTDUMP : 0);

	if (!extra)
		return 0;
	while (extra && vma->vm_flags & extra)
		extra &= ~(vma->vm_flags & extra);
	return extra ? 1 : 2;
}
