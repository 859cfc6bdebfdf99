// SPDX-License-Identifier: GPL-2.0-only
/* A complement of 32 bits clears the rest (mm/ksm.c, f04aad36a07c) */
#include <linux/mm.h>

int advise_unmerge(struct vm_area_struct *vma, unsigned long *vm_flags)
{
	/* EXPECT-NEXT-LINE: flag_truncation: from bit 32 on */
	*vm_flags &= ~(u32)VM_MERGEABLE;
	return 0;
}
