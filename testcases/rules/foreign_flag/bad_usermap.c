// SPDX-License-Identifier: GPL-2.0-only
/* A flag of vmalloc areas set on a VMA, as mm/nommu.c does */
/* API: const typed */
#include <linux/mm.h>
#include <linux/vmalloc.h>

void area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: foreign_flag: here it is VM_SHARED */
	vm_flags_set(vma, VM_USERMAP);
}

bool area_is_marked(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_USERMAP; /* EXPECT: foreign_flag */
}
