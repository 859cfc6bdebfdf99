// SPDX-License-Identifier: GPL-2.0-only
/* The table stands in another file. */
/* API: const typed */
#include <linux/mm.h>

int dev_mmap(struct file *file, struct vm_area_struct *vma);

int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_reset(vma, VM_IO); /* KNOWN-MISS: assert_on_new */
	return 0;
}
