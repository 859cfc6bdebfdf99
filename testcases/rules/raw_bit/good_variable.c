// SPDX-License-Identifier: GPL-2.0-only
/* A bit passed as a bit */
/* API: typed1 */
#include <linux/mm.h>

bool area_has(struct vm_area_struct *vma, vma_flag_t bit)
{
	return vma_flag_test_atomic(vma, bit);
}
