// SPDX-License-Identifier: GPL-2.0-only
/* A loop in steps, whose way of mapping the caller has chosen for all of it. */
/* API: const typed */
#include <linux/mm.h>

struct area {
	int kind;
	unsigned long size;
};

static int map_mixed(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_MIXEDMAP);
	return 0;
}

static int area_map_part(struct vm_area_struct *vma, unsigned long pfn,
			 unsigned long size, int mode, vm_flags_t flags)
{
	unsigned long at = vma->vm_start;
	int err = 0;

	vm_flags_set(vma, flags);
	while (size > 0 && !err) {
		if (mode == 0) {
			err = map_mixed(vma);
			break;
		} else if (mode == 1) {
			err = remap_pfn_range(vma, at, pfn >> 1, 4096,
					      vma->vm_page_prot);
		} else {
			err = remap_pfn_range(vma, at, pfn, 4096,
					      vma->vm_page_prot);
		}
		at += 4096;
		pfn++;
		size -= 4096;
	}
	return err;
}

int area_map(struct vm_area_struct *vma, const struct area *area)
{
	return area_map_part(vma, 0, area->size, area->kind, VM_DONTEXPAND);
}

void area_mark(struct vm_area_struct *vma, const struct area *area)
{
	for (unsigned long at = 0; at < area->size; at += 4096) {
		switch (area->kind) {
		case 0:
			vm_flags_set(vma, VM_PFNMAP);
			break;
		case 1: {
			vm_flags_set(vma, VM_MIXEDMAP);
			break;
		}
		default:
			return;
		}
	}
}

int area_mark_rest(struct vm_area_struct *vma, unsigned long left,
		   bool is_mixed)
{
	while (left > 0) {
		if (is_mixed) {
			vm_flags_set(vma, VM_MIXEDMAP);
			break;
		}
		vm_flags_set(vma, VM_PFNMAP);
		left -= 4096;
	}
	return 0;
}
