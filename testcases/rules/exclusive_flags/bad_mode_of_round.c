// SPDX-License-Identifier: GPL-2.0-only
/* Each round has a way of its own, for one and the same mapping. */
/* API: const typed */
#include <linux/mm.h>

struct area_part {
	struct area_part *next;
	bool is_mixed;
};

void area_mark(struct vm_area_struct *vma, const struct area_part *part)
{
	for (; part; part = part->next) {
		if (part->is_mixed) {
			/* EXPECT-NEXT-LINE: exclusive_flags */
			vm_flags_set(vma, VM_MIXEDMAP);
			break;
		} else {
			vm_flags_set(vma, VM_PFNMAP);
		}
	}
}

int area_mark_steps(struct vm_area_struct *vma, int nr)
{
	bool is_last = false;

	for (;;) {
		if (is_last) {
			/* EXPECT-NEXT-LINE: exclusive_flags */
			vm_flags_set(vma, VM_MIXEDMAP);
			return 0;
		}
		vm_flags_set(vma, VM_PFNMAP);
		is_last = nr-- == 0;
	}
}

void area_mark_first(struct vm_area_struct *vma, int nr, bool is_mixed)
{
	while (nr-- > 0) {
		vm_flags_set(vma, VM_PFNMAP);
		if (is_mixed) {
			/* EXPECT-NEXT-LINE: exclusive_flags */
			vm_flags_set(vma, VM_MIXEDMAP);
			break;
		}
	}
}
