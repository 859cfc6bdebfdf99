// SPDX-License-Identifier: GPL-2.0-only
/* The copy loses its flags in a function of another file */
/* API: const typed */
#include <linux/mm.h>

vm_flags_t area_without_write(vm_flags_t flags);

void area_forbid(struct vm_area_struct *vma)
{
	vm_flags_t flags = area_without_write(vma->vm_flags);

	vm_flags_set(vma, flags); /* KNOWN-MISS: set_cannot_clear */
}
