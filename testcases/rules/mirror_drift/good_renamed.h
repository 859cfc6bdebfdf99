/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: other names, braces, parentheses and comments. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_limit(struct vm_area_struct *vma,
				     vm_flags_t flags)
{
	vm_flags_t mask = VM_IO | VM_MIXEDMAP;
	unsigned long *word = &flags;

	if (vma->vm_pgoff)
		word[0] = flags & ~mask;
	return *word;
}
