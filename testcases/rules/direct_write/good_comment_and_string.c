// SPDX-License-Identifier: GPL-2.0-only
/* Comments and strings write nothing: vma->vm_flags |= VM_IO. */
#include <linux/mm.h>

/* Drivers once said vma->vm_flags |= VM_IO; here. */
const char *advice_text(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_IO) /* vma->vm_flags = 0; */
		return "vma->vm_flags |= VM_IO; is of the past";
	return "vma->vm_flags++"; // vma->vm_flags--;
}
