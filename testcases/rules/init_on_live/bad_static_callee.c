// SPDX-License-Identifier: GPL-2.0-only
/* A function of the file is handed a VMA from a lookup. */
/* API: const typed */
#include <linux/mm.h>

static void area_set(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_init(vma, flags); /* EXPECT: init_on_live */
}

void area_keep(struct mm_struct *mm, unsigned long address)
{
	struct vm_area_struct *vma = vma_lookup(mm, address);

	if (vma)
		area_set(vma, VM_READ);
}
