// SPDX-License-Identifier: GPL-2.0-only
/* Only shared mappings are refused; private copies harm nobody. */
#include <linux/mm.h>

static int image_mmap(struct file *file, struct vm_area_struct *vma)
{
	if ((vma->vm_flags & VM_SHARED) && (vma->vm_flags & VM_WRITE))
		return -22;
	return 0;
}

static int map_mmap(struct file *file, struct vm_area_struct *vma)
{
	if ((vma->vm_flags & (VM_SHARED | VM_WRITE)) == (VM_SHARED | VM_WRITE))
		return -22;
	return 0;
}

static int other_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_SHARED) {
		if (vma->vm_flags & VM_WRITE)
			return -22;
	}
	return 0;
}

const struct file_operations dev_fops = { .mmap = image_mmap };
const struct file_operations map_fops = { .mmap = map_mmap };
const struct file_operations other_fops = { .mmap = other_mmap };
