// SPDX-License-Identifier: GPL-2.0-only
/* A bit number taken for a test of it */
/* API: typed */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	if (VMA_SHARED_BIT) /* EXPECT: bit_arithmetic: always true */
		return true;
	return !VMA_READ_BIT; /* EXPECT: bit_arithmetic: always false */
}
