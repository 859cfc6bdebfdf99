// SPDX-License-Identifier: GPL-2.0-only
/* A copy of the word, with more added, is still the word */
#include <linux/mm.h>

bool area_is_plain(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags |= VM_MAYREAD;
	return flags == VM_READ; /* EXPECT: exact_compare */
}
