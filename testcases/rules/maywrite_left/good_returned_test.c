// SPDX-License-Identifier: GPL-2.0-only
/* What a helper has asked is only told of, or followed by the clear. */
/* API: const typed */
#include <linux/mm.h>

static int nr_writers;

static bool is_for_reading(struct vm_area_struct *vma)
{
	return !(vma->vm_flags & VM_WRITE);
}

static int count_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!is_for_reading(vma))
		nr_writers++;
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

static int log_mmap(struct file *file, struct vm_area_struct *vma)
{
	if (!is_for_reading(vma))
		return -1;
	vm_flags_clear(vma, VM_MAYWRITE);
	return remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
}

const struct file_operations count_fops = { .mmap = count_mmap };
const struct file_operations log_fops = { .mmap = log_mmap };
