// SPDX-License-Identifier: GPL-2.0-only
/* As bad_frozen: who maps it for reading, cannot write later. */
/* API: const typed */
#include <linux/mm.h>

struct table {
	bool frozen;
	int writers;
	unsigned long pfn;
};

static struct table table;

static int table_mmap(struct file *file, struct vm_area_struct *vma)
{
	int err = 0;

	if (!(vma->vm_flags & VM_SHARED))
		return -EINVAL;
	if (vma->vm_flags & VM_WRITE) {
		if (table.frozen) {
			err = -EPERM;
			goto out;
		}
	}
	if (!(vma->vm_flags & VM_WRITE))
		vm_flags_clear(vma, VM_MAYWRITE);
	err = remap_pfn_range(vma, vma->vm_start, table.pfn, 4096,
			      vma->vm_page_prot);
	if (err)
		goto out;
	if (vma->vm_flags & VM_WRITE)
		table.writers++;
out:
	return err;
}

const struct file_operations table_fops = { .mmap = table_mmap };
