// SPDX-License-Identifier: GPL-2.0-only
/* A bit of the driver itself, declared as the tree does it */
/* API: typed3 */
#include <linux/mm.h>

enum {
	VMA_DRIVER_BIT = ((__force vma_flag_t)24),
};

bool area_is_ours(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_DRIVER_BIT); /* KNOWN-FALSE: raw_bit */
}
