// SPDX-License-Identifier: GPL-2.0-only
/* A plain read of the flag that is set atomically. */
/* API: typed */
#include <linux/mm.h>

bool area_may_guard(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word: plain read */
	return vma->vm_flags & VM_MAYBE_GUARD;
}
