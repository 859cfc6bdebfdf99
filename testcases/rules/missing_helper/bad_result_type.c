// SPDX-License-Identifier: GPL-2.0-only
/* What the compiler makes up for the type is not short of bits. */
/* API: plain const */
/* REJECTED(plain const): these kernels have no vma_flags_t */
#include <linux/mm.h>

/* EXPECT-NEXT-LINE: missing_helper */
static vma_flags_t flags_of(struct vm_area_struct *vma)
{
	return vma->vm_flags;
}

int has_flags(struct vm_area_struct *vma)
{
	return flags_of(vma) != 0;
}
