// SPDX-License-Identifier: GPL-2.0-only
/* The kernel's later duplication, member by member. */
/* API: const typed */
#include <linux/mm.h>

static void vm_area_init_from(const struct vm_area_struct *src,
			      struct vm_area_struct *dest)
{
	dest->vm_mm = src->vm_mm;
	dest->vm_ops = src->vm_ops;
	dest->vm_start = src->vm_start;
	dest->vm_end = src->vm_end;
	dest->vm_pgoff = src->vm_pgoff;
	dest->vm_file = src->vm_file;
	vm_flags_init(dest, src->vm_flags);
	memcpy(&dest->vm_page_prot, &src->vm_page_prot,
	       sizeof(dest->vm_page_prot));
}

struct vm_area_struct *area_duplicate(struct vm_area_struct *orig)
{
	struct vm_area_struct *new = vm_area_alloc(orig->vm_mm);

	if (new)
		vm_area_init_from(orig, new);
	return new;
}
