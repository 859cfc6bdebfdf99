// SPDX-License-Identifier: GPL-2.0-only
/* Compiles, although errors are announced. */
/* ERRORS: there are none */
#include <linux/mm.h>

bool area_is_io(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO;
}
