// SPDX-License-Identifier: GPL-2.0-only
/* A choice by old flags stores none of them. */
/* API: const typed */
#include <linux/mm.h>

void area_lock(struct vm_area_struct *vma)
{
	bool is_shared = vma->vm_flags & VM_SHARED;

	vma_start_write(vma);
	vm_flags_reset(vma, is_shared ? VM_READ | VM_SHARED : VM_READ);
}
