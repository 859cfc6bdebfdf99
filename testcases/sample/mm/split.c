// SPDX-License-Identifier: GPL-2.0-only
/* Splits mappings: once by hand, once as it should be. */
#include <linux/mm.h>

int area_split_by_hand(struct mm_struct *mm, struct vm_area_struct *vma,
		       unsigned long address)
{
	struct vm_area_struct *new = vm_area_alloc(mm);

	if (!new)
		return -ENOMEM;
	memcpy(new, vma, sizeof(*new));
	new->vm_start = address;
	return insert_vm_struct(mm, new);
}

int area_split(struct mm_struct *mm, struct vm_area_struct *vma,
	       unsigned long address)
{
	struct vm_area_struct *new = vm_area_dup(vma);

	if (!new)
		return -ENOMEM;
	new->vm_start = address;
	return insert_vm_struct(mm, new);
}

int area_is_read(const struct vm_area_struct *vma)
{
	/* vmalint: allow(exact_compare) */
	return vma->vm_flags == VM_READ;
}
