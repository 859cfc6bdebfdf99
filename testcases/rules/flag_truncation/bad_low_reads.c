// SPDX-License-Identifier: GPL-2.0-only
/* Flags kept in an int, of which low bits are read: a warning */
#include <linux/mm.h>

char area_letter(struct vm_area_struct *vma)
{
	int flags = vma->vm_flags; /* EXPECT: flag_truncation */

	return flags & VM_READ ? 'r' : flags & VM_WRITE ? 'w' : '-';
}
