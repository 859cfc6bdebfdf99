// SPDX-License-Identifier: GPL-2.0-only
/* The public member is there to be read. */
#include <linux/mm.h>

bool area_is_io(const struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO;
}
