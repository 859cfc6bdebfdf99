// SPDX-License-Identifier: GPL-2.0-only
/* A plain number passed as a bit (contracts 15) */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma_test(vma, 3); /* EXPECT: raw_bit: 'vma_test' */
}
