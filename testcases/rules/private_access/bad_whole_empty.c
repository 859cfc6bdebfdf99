// SPDX-License-Identifier: GPL-2.0-only
/* The private bitmap of 6.19 is emptied and given another value. */
/* API: typed1 */
#include <linux/mm.h>

void area_forget(struct vm_area_struct *vma, vma_flags_t flags)
{
	vma->flags = (vma_flags_t){}; /* EXPECT: private_access */
	vma->flags = flags;	      /* EXPECT: private_access */
}
