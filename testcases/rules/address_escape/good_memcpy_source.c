// SPDX-License-Identifier: GPL-2.0-only
/* The member is the source of a copy, or compared. */
#include <linux/mm.h>

bool area_save(const struct vm_area_struct *vma, unsigned long *saved)
{
	memcpy(saved, &vma->vm_flags, sizeof(*saved));
	return !memcmp(&vma->vm_flags, saved, sizeof(*saved));
}
