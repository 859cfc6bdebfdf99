// SPDX-License-Identifier: GPL-2.0-only
/* Two numbers or-ed, given as one bit. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_odd(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_arithmetic */
	return vma_test(vma, VMA_IO_BIT | VMA_PFNMAP_BIT);
}
