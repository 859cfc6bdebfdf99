// SPDX-License-Identifier: GPL-2.0-only
/* The function that returns the pointer has its body in another file. */
/* API: const typed */
#include <linux/mm.h>

vm_flags_t *area_flags(struct vm_area_struct *vma);

void area_mark(struct vm_area_struct *vma)
{
	*area_flags(vma) |= VM_IO; /* KNOWN-MISS: const_cast_write */
}
