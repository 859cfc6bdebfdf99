// SPDX-License-Identifier: GPL-2.0-only
/* Only one of two ways has locked it, the other asserts. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_pgoff) {
		vm_flags_set(vma, VM_IO);
		return 0;
	}
	vm_flags_reset(vma, VM_READ); /* EXPECT: assert_on_new */
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };
