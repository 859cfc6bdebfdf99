// SPDX-License-Identifier: GPL-2.0-only
/* The cast in the argument silences the compiler, no more. */
#include <linux/ksm.h>
#include <linux/mm.h>

int area_advise(struct vm_area_struct *vma, int advice)
{
	/* EXPECT-NEXT-LINE: address_escape */
	return hugepage_madvise(vma, (unsigned long *)&vma->vm_flags, advice);
}
