// SPDX-License-Identifier: GPL-2.0-only
/* Where a type or a definition says what is wanted, it counts. */
#include <linux/mm.h>
#include <linux/vmalloc.h>

#include "bad_typed_parameter.h"

static void area_apply(struct vm_area_struct *vma, unsigned long flags)
{
	area_charge(vma->vm_mm, flags);
}

void area_map(struct vm_area_struct *vma, unsigned long size)
{
	area_charge(vma->vm_mm, VM_ALLOC); /* EXPECT: foreign_flag */
	area_apply(vma, VM_IO);
	area_apply(vma, VM_USERMAP);	    /* EXPECT: foreign_flag */
	area_ops.charge(vma->vm_mm, VM_ALLOC); /* EXPECT: foreign_flag */
	get_vm_area(size, VM_IO);	    /* EXPECT: foreign_flag */
}
