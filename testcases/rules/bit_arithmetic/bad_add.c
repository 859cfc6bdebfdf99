// SPDX-License-Identifier: GPL-2.0-only
/* Another flag reached by adding */
/* API: typed3 */
#include <linux/mm.h>

bool area_may(struct vm_area_struct *vma, vma_flag_t bit)
{
	return vma_test(vma, bit + 4); /* EXPECT: bit_arithmetic */
}
