// SPDX-License-Identifier: GPL-2.0-only
/* One of two handlers writes the word, as before 6.3. */
/* API: plain */
#include <linux/mm.h>

static int clock_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return -1;
	vma->vm_flags &= ~VM_MAYWRITE; /* EXPECT: direct_write */
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

static int timer_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) /* EXPECT: maywrite_left */
		return -1;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations dev_fops = { .mmap = clock_mmap };
const struct file_operations timer_fops = { .mmap = timer_mmap };
