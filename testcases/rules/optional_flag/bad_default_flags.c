// SPDX-License-Identifier: GPL-2.0-only
/* An optional bit among default flags (arch/arm64, 2026) */
/* API: typed2 typed3 */
#include <linux/mm.h>

#define AREA_DEFAULT_FLAGS mk_vma_flags(VMA_READ_BIT, VMA_GROWSUP_BIT)

void area_defaults(struct vm_area_desc *desc)
{
	desc->vma_flags = AREA_DEFAULT_FLAGS; /* EXPECT: optional_flag */
}
