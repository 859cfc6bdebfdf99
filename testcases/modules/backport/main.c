// SPDX-License-Identifier: GPL-2.0-only
/*
 * A test that does not know this kernel: its flag word is const, though the
 * version says that it is not yet. Distributions backport such changes.
 */
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/version.h>

int backport_mmap(struct file *file, struct vm_area_struct *vma)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(99, 3, 0)
	vm_flags_set(vma, VM_IO);
#else
	/* EXPECT-NEXT-LINE(const typed): direct_write: has chosen this branch */
	vma->vm_flags |= VM_IO;
#endif
	return 0;
}
