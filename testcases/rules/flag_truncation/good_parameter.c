// SPDX-License-Identifier: GPL-2.0-only
/* Flags passed as a word */
#include <linux/mm.h>

static bool accounts(vm_flags_t vm_flags)
{
	return (vm_flags & (VM_SHARED | VM_ACCOUNT)) == VM_ACCOUNT;
}

bool area_accounts(struct vm_area_struct *vma)
{
	return accounts(vma->vm_flags);
}
