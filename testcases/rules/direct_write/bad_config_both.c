// SPDX-License-Identifier: GPL-2.0-only
/* Both branches write; each is reached in a variant of its own. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_ORDINARY
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
#else
	vma->vm_flags |= VM_IO | VM_DONTDUMP; /* EXPECT: direct_write */
#endif
}
