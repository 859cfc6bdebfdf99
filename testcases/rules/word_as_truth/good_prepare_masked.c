// SPDX-License-Identifier: GPL-2.0-only
/* The flags of a mapping to come, tested by helpers of bits. */
/* API: typed3 */
#include <linux/mm.h>

int area_mmap_prepare(struct vm_area_desc *desc)
{
	bool is_kept = vma_desc_test_any(desc, VMA_SHARED_BIT) &&
		       !vma_desc_test_any(desc, VMA_EXEC_BIT, VMA_WRITE_BIT);

	if (is_kept && desc->end > desc->start)
		vma_desc_set_flags(desc, VMA_DONTDUMP_BIT);
	return 0;
}
