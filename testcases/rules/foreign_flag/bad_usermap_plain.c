// SPDX-License-Identifier: GPL-2.0-only
/* A flag of vmalloc areas set on a VMA before 6.3 */
/* API: plain */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_USERMAP; /* EXPECT: foreign_flag, direct_write */
}
