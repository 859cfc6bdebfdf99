// SPDX-License-Identifier: GPL-2.0-only
/* The bit of an alias tested everywhere (mm/mprotect.c, 2026) */
/* API: typed3 */
#include <linux/mm.h>

bool area_grows(struct vm_area_struct *vma)
{
	return vma_test(vma, VMA_GROWSUP_BIT); /* EXPECT: optional_flag */
}
