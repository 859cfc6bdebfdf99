// SPDX-License-Identifier: GPL-2.0-only
/* The cast stands under a configuration symbol that is off. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_EXOTIC
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(unsigned long *)&vma->vm_flags |= VM_IO;
#endif
}
