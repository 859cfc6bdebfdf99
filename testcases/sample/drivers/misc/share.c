// SPDX-License-Identifier: GPL-2.0-only
/* Shares memory between guests; kinds of constants are mixed up. */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

/* The flags that a share began with. */
struct share {
	unsigned int flags;
};

void share_begin(struct share *share, struct vm_area_struct *vma)
{
	share->flags = vma->vm_flags;
}

bool share_is_possible(struct vm_area_struct *vma)
{
	return vma->vm_flags & MAP_SHARED || vma->vm_flags & BIT(VM_SHARED);
}

bool share_is_read_only(struct vm_area_struct *vma)
{
	return vma->vm_flags == VM_READ;
}
