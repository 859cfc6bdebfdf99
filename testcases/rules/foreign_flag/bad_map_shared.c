// SPDX-License-Identifier: GPL-2.0-only
/* MAP_SHARED tested in a VMA (drafts of 2022 for gup and overlayfs) */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma->vm_flags & MAP_SHARED; /* EXPECT: foreign_flag: VM_READ */
}
