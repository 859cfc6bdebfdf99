// SPDX-License-Identifier: GPL-2.0-only
/*
 * What only the bodies of a tree can tell: functions that set flags of the VMA
 * that they map into, and which flags exclude each other.
 */
#include <linux/mm.h>

/* By name unlike all that kernels have. */
static int area_prepare(struct vm_area_struct *vma, unsigned long size)
{
	if (size == 0)
		return -22;
	/* vmalint: allow(direct_write): as it was before 6.3 */
	vma->vm_flags |= VM_IO | VM_PFNMAP;
	return 0;
}

int map_area_pages(struct vm_area_struct *vma, unsigned long size)
{
	int error;

	if (size & 4095)
		return -22;
	error = area_prepare(vma, size);
	if (error)
		return error;
	return remap_pfn_range(vma, 0, 0, size, vma->vm_page_prot);
}

int map_area(struct vm_area_struct *vma)
{
	if (map_area_pages(vma, 4096))
		return -11;
	return 0;
}

/* Only where it is asked to. */
int map_area_maybe(struct vm_area_struct *vma, bool locked)
{
	if (locked)
		/* vmalint: allow(direct_write): as it was before 6.3 */
		vma->vm_flags |= VM_IO;
	return 0;
}

/* One page of a mixed mapping; the flag is set with the first of them. */
int insert_area_page(struct vm_area_struct *vma, unsigned long address)
{
	BUG_ON((vma->vm_flags & (VM_HUGETLB | VM_MIXEDMAP)) ==
	       (VM_HUGETLB | VM_MIXEDMAP));
	if (!(vma->vm_flags & VM_MIXEDMAP))
		/* vmalint: allow(direct_write): as it was before 6.3 */
		vma->vm_flags |= VM_MIXEDMAP;
	return address == 0;
}
