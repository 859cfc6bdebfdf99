// SPDX-License-Identifier: GPL-2.0-only
/* A test program pokes a number at a VMA that it was given to read. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

static unsigned int found;

long check_area(struct vm_area_struct *vma, void *context)
{
	if (vma->vm_flags & VM_EXEC)
		found++;
	vma->vm_flags |= 0x55; /* EXPECT: direct_write */
	return 0;
}
