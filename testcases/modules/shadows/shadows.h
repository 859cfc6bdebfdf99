/* SPDX-License-Identifier: GPL-2.0-only */
/* API: const typed */
/* What the module calls instead of the helpers; one hides the tree's. */
#include <linux/mm.h>

#define vm_flags_set(vma, flags) ((vma)->vm_flags |= (flags))
#define shadows_mod(vma, set, clear) vm_flags_mod(vma, set, clear)

static inline void shadows_clear(struct vm_area_struct *vma,
				 unsigned long flags)
{
	vm_flags_clear(vma, flags);
}

static inline void shadows_clear_io(struct vm_area_struct *vma)
{
	shadows_clear(vma, VM_IO);
}
