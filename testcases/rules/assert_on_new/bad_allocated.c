// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that was just allocated. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *make_area(struct mm_struct *mm);

struct vm_area_struct *make_area(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return NULL;
	vm_flags_reset(vma, VM_READ | VM_MAYREAD); /* EXPECT: assert_on_new */
	return vma;
}
