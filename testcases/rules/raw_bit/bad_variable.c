// SPDX-License-Identifier: GPL-2.0-only
/* A plain int passed as a bit (contracts 15) */
/* API: typed1 */
#include <linux/mm.h>

bool area_has(struct vm_area_struct *vma, int bit)
{
	return vma_flag_test_atomic(vma, bit); /* EXPECT: raw_bit: 'bit' */
}
