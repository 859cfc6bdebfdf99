// SPDX-License-Identifier: GPL-2.0-only
/* Addresses of words of other structs, and of other members. */
#include <linux/mm.h>
#include <linux/rmap.h>

struct gpu_mapping {
	unsigned long vma_flags;
	unsigned long vm_flags;
};

void adjust(unsigned long *flags);

void others_adjust(struct gpu_mapping *mapping, struct vm_region *region,
		   struct folio_referenced_arg *arg, struct vm_area_struct *vma)
{
	set_bit(3, &mapping->vma_flags);
	adjust(&mapping->vm_flags);
	adjust(&region->vm_flags);
	adjust(&arg->vm_flags);
	adjust(&vma->vm_pgoff);
	memset(&vma->vm_page_prot, 0, sizeof(vma->vm_page_prot));
	clear_bit(2, &vma->vm_mm->flags);
}
