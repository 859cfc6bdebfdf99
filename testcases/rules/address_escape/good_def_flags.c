// SPDX-License-Identifier: GPL-2.0-only
/* The default flags of a process may be handed around. */
#include <linux/ksm.h>
#include <linux/mm.h>

int process_advise(struct mm_struct *mm, struct vm_area_struct *vma)
{
	unsigned long *flags = &mm->def_flags;

	*flags |= VM_MERGEABLE;
	return hugepage_madvise(vma, &mm->def_flags, MADV_MERGEABLE);
}
