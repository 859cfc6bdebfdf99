/* SPDX-License-Identifier: GPL-2.0-only */
/* What a module calls on all kernels, as macros and as functions. */
#include <linux/mm.h>

#ifdef WRAPPED_FLAGS_ARE_CONST
#define wrapped_set(vma, flags)	 vm_flags_set(vma, flags)
#else
#define wrapped_set(vma, flags)	 ((vma)->vm_flags |= (flags))
#endif

#define wrapped_old_set(vma, flags) ((vma)->vm_flags |= (flags))

#ifdef WRAPPED_FLAGS_ARE_CONST
static inline void wrapped_clear(struct vm_area_struct *vma,
				 unsigned long flags)
{
	vm_flags_clear(vma, flags);
}
#else
static inline void wrapped_clear(struct vm_area_struct *vma,
				 unsigned long flags)
{
	vma->vm_flags &= ~flags; /* EXPECT(plain): direct_write */
}
#endif
