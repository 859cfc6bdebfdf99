// SPDX-License-Identifier: GPL-2.0-only
/* The first word is or-ed and masked by hand. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma->flags.__vma_flags[0] |= VM_IO; /* EXPECT: nonatomic_first_word */
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	*vma->flags.__vma_flags &= ~VM_WRITE;
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	vma->flags.__vma_flags[0] ^= VM_DONTCOPY;
}
