// SPDX-License-Identifier: GPL-2.0-only
/* A declared bit passed as a bit */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	const vma_flag_t bits[] = { VMA_SHARED_BIT, VMA_MAYSHARE_BIT };

	return vma_test(vma, bits[0]) || vma_test(vma, bits[1]);
}
