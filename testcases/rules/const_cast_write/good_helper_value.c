// SPDX-License-Identifier: GPL-2.0-only
/* A helper that returns the value, and one that returns a const pointer. */
#include <linux/mm.h>

static vm_flags_t area_flags(const struct vm_area_struct *vma)
{
	return vma->vm_flags;
}

const vm_flags_t *area_flags_address(const struct vm_area_struct *vma)
{
	return &vma->vm_flags;
}

bool area_is_io(const struct vm_area_struct *vma)
{
	return (area_flags(vma) | *area_flags_address(vma)) & VM_IO;
}
