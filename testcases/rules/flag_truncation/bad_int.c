// SPDX-License-Identifier: GPL-2.0-only
/* Flags kept in an int for later (fs/proc before 2011) */
#include <linux/mm.h>

unsigned long area_hash(struct vm_area_struct *vma)
{
	int flags = vma->vm_flags; /* EXPECT: flag_truncation */

	return flags * 31UL;
}
