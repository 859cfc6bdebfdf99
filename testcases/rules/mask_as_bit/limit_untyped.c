// SPDX-License-Identifier: GPL-2.0-only
/* An untyped parameter of another file is not known to be a bit */
#include <linux/mm.h>

bool area_bit_is_set(struct vm_area_struct *vma, unsigned int nr);

bool area_is_io(struct vm_area_struct *vma)
{
	return area_bit_is_set(vma, VM_IO); /* KNOWN-MISS: mask_as_bit */
}
