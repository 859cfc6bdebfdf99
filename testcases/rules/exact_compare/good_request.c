// SPDX-License-Identifier: GPL-2.0-only
/* What is asked for is compared, no VMA's flags */
#include <linux/mm.h>

static vm_flags_t access_of(unsigned long instruction)
{
	return instruction & 1 ? VM_WRITE : VM_READ;
}

int fault_is_read(unsigned long instruction)
{
	return access_of(instruction) == VM_READ;
}

bool area_can_track(struct vm_area_struct *vma, vm_flags_t vm_flags)
{
	vm_flags_t access = VM_ACCESS_FLAGS;

	if (vma->vm_mm)
		access = VM_WRITE;
	return vm_flags == VM_WRITE || access == VM_WRITE;
}

bool area_is_plain(struct vm_area_struct *vma)
{
	vm_flags_t asked = vma->vm_flags;

	asked &= VM_ACCESS_FLAGS;
	return asked == VM_READ;
}
