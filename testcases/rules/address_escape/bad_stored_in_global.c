// SPDX-License-Identifier: GPL-2.0-only
/* The address is kept in a variable of the file. */
#include <linux/mm.h>

static unsigned long *current_flags;

void area_select(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	current_flags = (unsigned long *)&vma->vm_flags;
}

void current_mark(void)
{
	/* EXPECT-NEXT-LINE(plain): direct_write */
	/* EXPECT-NEXT-LINE(const typed): const_cast_write */
	*current_flags |= VM_IO;
}
