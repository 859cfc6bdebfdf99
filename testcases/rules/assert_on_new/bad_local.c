// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that is a variable. */
/* API: const typed */
#include <linux/mm.h>

void probe_area(struct mm_struct *mm);

void probe_area(struct mm_struct *mm)
{
	struct vm_area_struct vma;

	vma_init(&vma, mm);
	vm_flags_reset(&vma, VM_READ); /* EXPECT: assert_on_new */
}
