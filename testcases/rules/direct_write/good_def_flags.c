// SPDX-License-Identifier: GPL-2.0-only
/* The default flags of a process are a plain member. */
#include <linux/mm.h>

int process_lock_future(struct mm_struct *mm, bool on)
{
	mm->def_flags &= ~VM_LOCKED;
	if (on)
		mm->def_flags |= VM_LOCKED;
	return 0;
}
