// SPDX-License-Identifier: GPL-2.0-only
/* A mask or a bare number passed as a bit is wrong, but no write. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	int bit = 3;

	return vma_test(vma, VM_SHARED) || vma_test(vma, bit);
}
