// SPDX-License-Identifier: GPL-2.0-only
/* Parentheses and an address taken back change nothing. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void area_set_flags(struct vm_area_struct *vma)
{
	((vma)->vm_flags) |= VM_IO; /* EXPECT: direct_write */
	(*vma).vm_flags |= VM_IO;   /* EXPECT: direct_write */
	*&vma->vm_flags |= VM_IO;   /* EXPECT: direct_write */
}
