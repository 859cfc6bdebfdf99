// SPDX-License-Identifier: GPL-2.0-only
/* A macro of the file hides the write; the use is what is reported. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

#define AREA_SET_IO(vma) ((vma)->vm_flags |= VM_IO)

void area_mark(struct vm_area_struct *vma)
{
	AREA_SET_IO(vma); /* EXPECT: direct_write */
}
