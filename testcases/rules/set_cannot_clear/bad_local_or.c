// SPDX-License-Identifier: GPL-2.0-only
/* A complement or-ed into a copy sets nearly everything */
#include <linux/mm.h>

vm_flags_t area_flags(struct vm_area_struct *vma)
{
	vm_flags_t flags = vma->vm_flags;

	flags |= ~VM_MAYWRITE; /* EXPECT: set_cannot_clear */
	return flags;
}
