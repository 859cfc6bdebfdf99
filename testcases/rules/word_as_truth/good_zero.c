// SPDX-License-Identifier: GPL-2.0-only
/* Held against zero on purpose, as a check of a fresh VMA */
#include <linux/mm.h>

bool area_is_fresh(struct vm_area_struct *vma)
{
	return vma->vm_flags == 0;
}
