// SPDX-License-Identifier: GPL-2.0-only
/* A helper of the file returns the pointer; stores go through it. */
/* API: const typed */
#include <linux/mm.h>

static inline vm_flags_t *area_flags(struct vm_area_struct *vma)
{
	return (vm_flags_t *)&vma->vm_flags;
}

void area_mark(struct vm_area_struct *vma)
{
	*area_flags(vma) |= VM_IO; /* EXPECT: const_cast_write */
}

void area_reset(struct vm_area_struct *vma, vm_flags_t flags)
{
	*area_flags(vma) = flags; /* EXPECT: const_cast_write */
}
