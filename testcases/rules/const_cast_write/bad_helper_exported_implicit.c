// SPDX-License-Identifier: GPL-2.0-only
/* The same without a cast. */
/* API: const typed */
#include <linux/mm.h>

unsigned long *area_flags(struct vm_area_struct *vma)
{
	return &vma->vm_flags; /* EXPECT: const_cast_write */
}
