// SPDX-License-Identifier: GPL-2.0-only
/* The complement is in a macro, as VM_DONTCOPY_CLEAR_MASK had it */
/* API: const typed */
#include <linux/mm.h>

#define AREA_CLEAR_MASK (~(VM_DONTCOPY | VM_IO))

void area_unlock(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, AREA_CLEAR_MASK); /* EXPECT: set_cannot_clear */
}
