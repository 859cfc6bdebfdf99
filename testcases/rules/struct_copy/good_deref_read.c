// SPDX-License-Identifier: GPL-2.0-only
/* Dereferencing without copying the whole. */
#include <linux/mm.h>

unsigned long area_length(struct vm_area_struct *vma)
{
	struct vm_area_struct *same = &*vma;

	return (*same).vm_end - (*vma).vm_start + sizeof(*vma);
}
