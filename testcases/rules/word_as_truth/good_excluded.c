// SPDX-License-Identifier: GPL-2.0-only
/* As bad_excluded, with the operator that was meant. */
#include <linux/mm.h>

bool area_is_dirty(struct vm_area_struct *vma, bool dirty, bool anon)
{
	return dirty && !anon && !(vma->vm_flags & VM_DONTCOPY);
}
