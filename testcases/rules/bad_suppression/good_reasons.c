// SPDX-License-Identifier: GPL-2.0-only
/* Comments with reasons, on the line, above it, for a macro, in many lines */
#include <linux/mm.h>

/* vmalint: allow(exact_compare): only used on what area_make() made */
#define AREA_IS_EXEC(vma) ((vma)->vm_flags == VM_EXEC)

int area_is_read(struct vm_area_struct *vma)
{
	if (vma->vm_flags == VM_READ) /* vmalint: allow(exact_compare): new */
		return 1;
	/*
	 * vmalint: allow(exact_compare): the boot loader sets
	 * no other flag on these.
	 */
	return vma->vm_flags == VM_WRITE;
}

/* How vmalint: reads a comment that has its name elsewhere is no matter */
int area_is_exec(struct vm_area_struct *vma)
{
	return AREA_IS_EXEC(vma);
}

/* vmalint: allow-function(exact_compare): no other is ever set here */
int area_is_any(struct vm_area_struct *vma)
{
	if (vma->vm_flags == VM_SHARED)
		return 1;
	return vma->vm_flags == VM_MAYREAD;
}
