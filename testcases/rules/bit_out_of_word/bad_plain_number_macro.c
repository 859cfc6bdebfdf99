// SPDX-License-Identifier: GPL-2.0-only
/* A number of the driver's own, behind a macro or an enumerator. */
/* API: typed2 typed3 */
#include <linux/mm.h>

#define AREA_PINNED_BIT 64

enum area_bits { AREA_SHARED_BIT = 80 };

void area_mark(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	/* EXPECT-NEXT-LINE: bit_out_of_word: no bit */
	vma_set_flags(vma, AREA_PINNED_BIT);
	/* EXPECT-NEXT-LINE: bit_out_of_word */
	vma_set_flags(vma, VMA_IO_BIT, AREA_SHARED_BIT);
}
