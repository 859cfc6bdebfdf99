// SPDX-License-Identifier: GPL-2.0-only
/* A plain number that no flag has, tested and cleared. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_odd(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vma_clear_flags(vma, 64);  /* EXPECT: bit_out_of_word */
	return vma_test(vma, 128); /* EXPECT: bit_out_of_word */
}
