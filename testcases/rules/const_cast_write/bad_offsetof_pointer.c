// SPDX-License-Identifier: GPL-2.0-only
/* The computed address is kept in a variable. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	char *base = (char *)vma;
	vm_flags_t *flags;

	flags = (void *)(base + offsetof(struct vm_area_struct, vm_flags));
	*flags |= VM_IO; /* EXPECT: const_cast_write */
}
