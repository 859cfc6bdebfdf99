// SPDX-License-Identifier: GPL-2.0-only
/* A gate VMA is a variable of the file. */
/* API: const typed */
#include <linux/mm.h>

static struct vm_area_struct gate_vma;

int gate_setup(struct mm_struct *mm)
{
	vma_init(&gate_vma, mm);
	vm_flags_init(&gate_vma, VM_READ | VM_EXEC);
	return 0;
}
