// SPDX-License-Identifier: GPL-2.0-only
/* One of two members is written through its cast. */
/* API: const typed */
#include <linux/mm.h>

void either_mark(struct vm_area_struct *a, struct vm_area_struct *b, int first)
{
	vm_flags_t *flags = (vm_flags_t *)(first ? &a->vm_flags : &b->vm_flags);

	*flags |= VM_IO; /* EXPECT: const_cast_write */
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(vm_flags_t *)(first ? &a->vm_flags : &b->vm_flags) |= VM_IO;
}
