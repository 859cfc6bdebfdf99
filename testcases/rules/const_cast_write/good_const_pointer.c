// SPDX-License-Identifier: GPL-2.0-only
/* A pointer that keeps the const only reads. */
#include <linux/mm.h>

bool area_is_io(const struct vm_area_struct *vma)
{
	const vm_flags_t *flags = &vma->vm_flags;

	return *flags & VM_IO;
}
