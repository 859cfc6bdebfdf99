// SPDX-License-Identifier: GPL-2.0-only
/* A bit passed as the bit of a helper */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_SHARED_BIT);
}
