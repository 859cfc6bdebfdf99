// SPDX-License-Identifier: GPL-2.0-only
/* Nobody locks the VMA that is handed in, as far as one sees. */
/* API: typed3 */
#include <linux/mm.h>

void area_seal(struct vm_area_struct *vma)
{
	/* KNOWN-MISS-NEXT-LINE: unlocked_modify */
	vma_set_flags(vma, VMA_DONTCOPY_BIT);
}
