// SPDX-License-Identifier: GPL-2.0-only
/* VMAs that are part of a struct, on the stack, and out of a lookup. */
/* API: const */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
};

void areas_mark(struct shadow_area *shadow, struct mm_struct *mm)
{
	struct vm_area_struct local = { .vm_mm = mm };

	shadow->vma.__vm_flags |= VM_IO; /* EXPECT: private_access */
	local.__vm_flags = VM_EXEC;	 /* EXPECT: private_access */
	find_vma(mm, 0)->__vm_flags = 0; /* EXPECT: private_access */
	flush_range(&local, 0, 1);
}
