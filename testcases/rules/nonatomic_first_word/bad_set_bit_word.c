// SPDX-License-Identifier: GPL-2.0-only
/* The same on the words and on the legacy word. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	__set_bit(VMA_IO_BIT, vma->flags.__vma_flags);
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	__set_bit(VMA_IO_BIT, (unsigned long *)&vma->vm_flags);
}
