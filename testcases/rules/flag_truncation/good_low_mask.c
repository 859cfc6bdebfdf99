// SPDX-License-Identifier: GPL-2.0-only
/* What is kept in an int fits */
#include <linux/mm.h>

char area_letter(struct vm_area_struct *vma)
{
	int flags = vma->vm_flags & (VM_READ | VM_WRITE);
	u8 low = vma->vm_flags & VM_ACCESS_FLAGS;

	return flags & VM_READ ? 'r' : low & VM_WRITE ? 'w' : '-';
}
