// SPDX-License-Identifier: GPL-2.0-only
/* Both branches write; no configuration sees them together. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_ORDINARY
	vma->vm_flags |= VM_IO; /* EXPECT: direct_write */
#else
	vma->vm_flags |= VM_IO | VM_DONTDUMP; /* KNOWN-MISS: direct_write */
#endif
}
