// SPDX-License-Identifier: GPL-2.0-only
/* The address goes to a function that may write: one finding, this rule's. */
/* API: const */
#include <linux/ksm.h>
#include <linux/mm.h>

int area_advise(struct vm_area_struct *vma, int advice)
{
	/* EXPECT-NEXT-LINE: private_access */
	return hugepage_madvise(vma, &vma->__vm_flags, advice);
}
