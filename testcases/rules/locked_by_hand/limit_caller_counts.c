// SPDX-License-Identifier: GPL-2.0-only
/* The caller counts, out of sight. */
/* API: const typed */
#include <linux/mm.h>

struct counter {
	unsigned long locked_vm;
};

static void pin(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_LOCKED); /* KNOWN-FALSE: locked_by_hand */
}

void area_change(struct counter *counter, struct vm_area_struct *vma);

void area_change(struct counter *counter, struct vm_area_struct *vma)
{
	counter->locked_vm++;
	pin(vma);
}
