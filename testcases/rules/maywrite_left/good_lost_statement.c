// SPDX-License-Identifier: GPL-2.0-only
/* What takes VM_MAYWRITE away is lost with a name that nobody declares. */
/* API: const typed */
/* ERRORS: a name that nobody declares */
#include <linux/fs.h>
#include <linux/mm.h>

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	vm_flags_clear(vma, undeclared_mask | VM_MAYWRITE);
	return 0;
}

const struct file_operations area_fops = {
	.mmap = area_mmap,
};
