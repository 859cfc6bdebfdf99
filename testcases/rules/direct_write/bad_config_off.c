// SPDX-License-Identifier: GPL-2.0-only
/* The write stands under a configuration symbol that is off. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_EXOTIC
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
#endif
}
