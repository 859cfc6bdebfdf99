// SPDX-License-Identifier: GPL-2.0-only
/* A file that defines flag helpers owns the words. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void vma_flags_set_one(vma_flags_t *flags, vma_flag_t bit)
{
	set_bit((__force int)bit, flags->__vma_flags);
}
