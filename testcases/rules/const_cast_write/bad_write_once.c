// SPDX-License-Identifier: GPL-2.0-only
/* WRITE_ONCE() on the cast member. */
/* API: const typed */
#include <linux/mm.h>

void area_set(struct vm_area_struct *vma, unsigned long flags)
{
	/* EXPECT-NEXT-LINE: const_cast_write */
	WRITE_ONCE(*(unsigned long *)&vma->vm_flags, flags);
}
