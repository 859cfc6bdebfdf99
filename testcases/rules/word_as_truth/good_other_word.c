// SPDX-License-Identifier: GPL-2.0-only
/* Flags that are no VMA's */
#include <linux/mm.h>

bool area_opens(struct file *file, struct mm_struct *mm)
{
	return file->f_flags && mm->flags && mm->def_flags;
}
