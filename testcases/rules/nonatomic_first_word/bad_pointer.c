// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap has another name by then. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma_flags_t *flags = &vma->flags;

	flags->__vma_flags[0] |= VM_IO; /* EXPECT: nonatomic_first_word */
}
