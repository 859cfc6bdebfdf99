// SPDX-License-Identifier: GPL-2.0-only
/* A VMA passed by value is a copy that nobody sees. */
#include <linux/mm.h>

static unsigned long length(struct vm_area_struct vma)
{
	return vma.vm_end - vma.vm_start;
}

unsigned long area_length(struct vm_area_struct *vma)
{
	return length(*vma); /* KNOWN-MISS: struct_copy */
}
