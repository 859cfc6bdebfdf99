// SPDX-License-Identifier: GPL-2.0-only
/* Plain numbers that no flag has, in lists and given to helpers. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word, bit_out_of_word */
	vma_flags_t flags = mk_vma_flags(VMA_READ_BIT, 64, 65);

	vma_start_write(vma);
	vma_set_flags_mask(vma, flags);
	vma_set_flags(vma, VMA_IO_BIT, 70); /* EXPECT: bit_out_of_word */
}
