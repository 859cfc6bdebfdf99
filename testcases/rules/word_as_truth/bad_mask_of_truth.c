// SPDX-License-Identifier: GPL-2.0-only
/* Masks put together by a logical operator: the mask is 0 or 1. */
/* API: const typed */
#include <linux/mm.h>

bool area_is_special(const struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: word_as_truth: always true */
	return vma->vm_flags & (VM_IO || VM_PFNMAP);
}

bool area_is_plain(const struct vm_area_struct *vma)
{
	return vma->vm_flags & !VM_IO; /* EXPECT: word_as_truth */
}

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_t flags = VM_DONTCOPY;

	flags |= VM_IO || VM_DONTEXPAND; /* EXPECT: word_as_truth */
	flags &= !VM_DONTDUMP;		 /* EXPECT: word_as_truth */
	vma_start_write(vma);
	vm_flags_set(vma, flags);
	vm_flags_set(vma, VM_IO || VM_DONTDUMP); /* EXPECT: word_as_truth */
}
