// SPDX-License-Identifier: GPL-2.0-only
/* Two handlers of one mapping set one flag each. */
/* API: const typed */
#include <linux/mm.h>

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_PFNMAP);
	return 0;
}

static int area_remap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_MIXEDMAP); /* KNOWN-MISS: exclusive_flags */
	return 0;
}

const struct file_operations area_operations = {
	.mmap = area_mmap,
};

const struct file_operations area_late_operations = {
	.mmap = area_remap,
};
