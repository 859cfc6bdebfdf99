// SPDX-License-Identifier: GPL-2.0-only
/* The flag is one of several that are tested. */
/* API: typed */
#include <linux/mm.h>

bool area_is_special(struct vm_area_struct *vma)
{
	/* KNOWN-MISS-NEXT-LINE: nonatomic_first_word */
	return vma->vm_flags & (VM_PFNMAP | VM_MAYBE_GUARD);
}
