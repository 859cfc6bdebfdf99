// SPDX-License-Identifier: GPL-2.0-only
/* A helper for the first word promises no more. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void vma_flags_exchange_word(struct vm_area_struct *vma, unsigned long word)
{
	*vma->flags.__vma_flags = word;
}
