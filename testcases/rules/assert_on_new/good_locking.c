// SPDX-License-Identifier: GPL-2.0-only
/* These take the lock themselves. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
	vm_flags_clear(vma, VM_MAYWRITE);
	vm_flags_mod(vma, VM_DONTDUMP, VM_MAYEXEC);
	return 0;
}

const struct file_operations dev_fops = { .mmap = dev_mmap };
