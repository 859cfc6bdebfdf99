// SPDX-License-Identifier: GPL-2.0-only
/* A page of counters that nobody may write; until mprotect() is asked. */
#include <linux/mm.h>

static int counter_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -EPERM;
	return 0;
}

static int counter_mmap_all(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_reset(vma, (vma->vm_flags | VM_IO) & ~VM_MAYWRITE);
	return 0;
}

const struct file_operations counter_operations = {
	.mmap = counter_mmap,
};

const struct file_operations all_counters_operations = {
	.mmap = counter_mmap_all,
};
