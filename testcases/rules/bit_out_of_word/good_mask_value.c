// SPDX-License-Identifier: GPL-2.0-only
/* Masks whose values are larger than the number of bits. */
/* API: const typed */
#include <linux/mm.h>

#define AREA_KEPT (VM_IO | VM_DONTEXPAND | VM_DONTDUMP)

void area_mark(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vm_flags_set(vma, AREA_KEPT);
	vm_flags_mod(vma, VM_IO, VM_DONTCOPY);
}
