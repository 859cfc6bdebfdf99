// SPDX-License-Identifier: GPL-2.0-only
/* The VMA was new until it was inserted. */
/* API: const typed */
#include <linux/mm.h>

int area_create(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -12;
	if (insert_vm_struct(mm, vma))
		return -22;
	/* EXPECT-NEXT-LINE: init_on_live: already inserted */
	vm_flags_init(vma, VM_READ);
	return 0;
}
