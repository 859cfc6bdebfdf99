// SPDX-License-Identifier: GPL-2.0-only
/* An accumulator of flags is no VMA. */
#include <linux/mm.h>
#include <linux/rmap.h>

int folio_visit(struct folio_referenced_arg *arg, struct vm_area_struct *vma)
{
	struct folio_referenced_arg *pra = arg;

	pra->vm_flags |= vma->vm_flags & ~VM_LOCKED;
	pra->vm_flags |= VM_LOCKED;
	return --pra->mapcount;
}
