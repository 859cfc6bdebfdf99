// SPDX-License-Identifier: GPL-2.0-only
/* One of several conditions takes && for &, as posted for mm/vmscan.c, 2024. */
#include <linux/mm.h>

bool area_is_dirty(struct vm_area_struct *vma, bool dirty, bool anon)
{
	return dirty && !anon &&
	       !(vma->vm_flags && VM_DONTCOPY); /* EXPECT: word_as_truth */
}
