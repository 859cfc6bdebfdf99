// SPDX-License-Identifier: GPL-2.0-only
/* The table gets its handler at run time. */
/* API: const typed */
#include <linux/mm.h>

static int dev_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_pgoff)
		return -22;
	vm_flags_reset(vma, vma->vm_flags | VM_IO); /* EXPECT: assert_on_new */
	return 0;
}

void fill_table(struct file_operations *table);

void fill_table(struct file_operations *table)
{
	table->mmap = dev_mmap;
}
