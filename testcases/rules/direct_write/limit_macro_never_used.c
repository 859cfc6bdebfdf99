// SPDX-License-Identifier: GPL-2.0-only
/* A macro that nobody uses has no code to look at. */
#include <linux/mm.h>

/* KNOWN-MISS-NEXT-LINE: direct_write */
#define AREA_SET_IO(vma) ((vma)->vm_flags |= VM_IO)

bool area_is_io(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO;
}
