// SPDX-License-Identifier: GPL-2.0-only
/* Flags passed as an unsigned int (mm/mmap.c before 2011) */
#include <linux/mm.h>

static bool accounts(unsigned int vm_flags)
{
	return (vm_flags & (VM_SHARED | VM_ACCOUNT)) == VM_ACCOUNT;
}

bool area_accounts(struct vm_area_struct *vma)
{
	return accounts(vma->vm_flags); /* EXPECT: flag_truncation */
}
