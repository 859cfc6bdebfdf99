// SPDX-License-Identifier: GPL-2.0-only
/* The function counts the pages. */
/* API: const typed */
#include <linux/mm.h>

struct counter {
	unsigned long locked_vm;
};

void area_change(struct counter *counter, struct vm_area_struct *vma);

void area_change(struct counter *counter, struct vm_area_struct *vma)
{
	counter->locked_vm++;
	vm_flags_set(vma, VM_LOCKED);
}
