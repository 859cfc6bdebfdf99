// SPDX-License-Identifier: GPL-2.0-only
/* A copy of a VMA is new, whatever its original is. */
/* API: const typed */
#include <linux/mm.h>

struct vm_area_struct *copy_area(struct vm_area_struct *old);

struct vm_area_struct *copy_area(struct vm_area_struct *old)
{
	struct vm_area_struct *vma;

	vma_start_write(old);
	vma = vm_area_dup(old);
	if (vma)
		/* EXPECT-NEXT-LINE: assert_on_new */
		vm_flags_reset(vma, old->vm_flags & ~VM_DONTCOPY);
	return vma;
}
