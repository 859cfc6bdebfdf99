// SPDX-License-Identifier: GPL-2.0-only
/* The word helpers are for the owners. */
/* API: typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	vma_flags_set_word(&vma->flags, VM_IO);
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	vma_flags_clear_word(&vma->flags, VM_IO);
}
