// SPDX-License-Identifier: GPL-2.0-only
/* An optional bit under its condition */
/* API: typed2 typed3 */
#include <linux/mm.h>

#ifdef CONFIG_STACK_GROWSUP
#define AREA_DEFAULT_FLAGS mk_vma_flags(VMA_READ_BIT, VMA_GROWSUP_BIT)
#else
#define AREA_DEFAULT_FLAGS mk_vma_flags(VMA_READ_BIT)
#endif

void area_defaults(struct vm_area_desc *desc)
{
	desc->vma_flags = AREA_DEFAULT_FLAGS;
}
