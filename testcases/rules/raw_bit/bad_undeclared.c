// SPDX-License-Identifier: GPL-2.0-only
/* A bit that the tree does not declare (a draft of 2025, nommu.c) */
/* API: typed3 */
#include <linux/mm.h>

#define VMA_USERMAP_BIT 3

bool area_is_user(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_USERMAP_BIT); /* EXPECT: raw_bit */
}
