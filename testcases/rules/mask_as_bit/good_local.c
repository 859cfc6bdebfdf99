// SPDX-License-Identifier: GPL-2.0-only
/* A bit kept in a variable of the type of bits */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_locked(struct vm_area_struct *vma, bool is_code)
{
	vma_flag_t bit = is_code ? VMA_EXEC_BIT : VMA_LOCKED_BIT;

	return vma_test(vma, bit);
}
