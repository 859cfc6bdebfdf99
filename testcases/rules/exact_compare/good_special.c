// SPDX-License-Identifier: GPL-2.0-only
/* Masked with flags that the compiler does not fold */
#include <linux/mm.h>

vm_flags_t area_special(void);

bool area_is_only_locked(struct vm_area_struct *vma)
{
	return (vma->vm_flags & (VM_LOCKED | area_special())) == VM_LOCKED;
}
