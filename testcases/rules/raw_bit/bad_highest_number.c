// SPDX-License-Identifier: GPL-2.0-only
/* A number that is raw, but not beyond the word. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_odd(struct vm_area_struct *vma)
{
	return vma_test(vma, 63); /* EXPECT: raw_bit */
}
