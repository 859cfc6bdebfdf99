// SPDX-License-Identifier: GPL-2.0-only
/* The callee is known by its type only. */
#include <linux/mm.h>

struct flag_operations {
	void (*adjust)(unsigned long *flags);
};

void area_adjust(const struct flag_operations *ops, struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: address_escape */
	ops->adjust((unsigned long *)&vma->vm_flags);
}
