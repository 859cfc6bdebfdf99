// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that nobody else sees needs no lock. */
/* API: const typed */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);
	int ret = mmap_write_lock_killable(mm);

	vm_flags_init(vma, VM_READ);
	if (ret) {
		vm_area_free(vma);
		return ret;
	}
	insert_vm_struct(mm, vma);
	mmap_write_unlock(mm);
	return 0;
}
