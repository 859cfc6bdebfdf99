// SPDX-License-Identifier: GPL-2.0-only
/* The helpers own the word. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
	vm_flags_clear(vma, VM_WRITE);
	vm_flags_mod(vma, VM_DONTCOPY, VM_DONTCOPY);
}
