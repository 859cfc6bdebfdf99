// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap is emptied, and replaced by a call's value. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma)
{
	vma->flags = EMPTY_VMA_FLAGS;		 /* EXPECT: private_access */
	vma->flags = mk_vma_flags(VMA_READ_BIT); /* EXPECT: private_access */
}
