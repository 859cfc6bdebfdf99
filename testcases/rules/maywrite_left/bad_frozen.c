// SPDX-License-Identifier: GPL-2.0-only
/* A table that is frozen can be made writable later; kernel/bpf until 2020. */
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
	if (vma->vm_flags & VM_WRITE) { /* EXPECT: maywrite_left */
		if (table.frozen) {
			err = -EPERM;
			goto out;
		}
	}
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
