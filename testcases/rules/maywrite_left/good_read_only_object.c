// SPDX-License-Identifier: GPL-2.0-only
/* Only for objects that are read-only, both of it. */
/* API: const typed */
#include <linux/mm.h>

struct object {
	bool is_readonly;
};

static int object_mmap(struct file *file, struct vm_area_struct *vma)
{
	struct object *object = file->private_data;
	int ret = 0;

	if (object->is_readonly && (vma->vm_flags & VM_WRITE)) {
		ret = -22;
		goto out;
	}
	if (object->is_readonly)
		vm_flags_clear(vma, VM_MAYWRITE);
	ret = remap_pfn_range(vma, vma->vm_start, 8, 4096, vma->vm_page_prot);
out:
	return ret;
}

const struct file_operations dev_fops = { .mmap = object_mmap };
