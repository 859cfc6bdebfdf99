// SPDX-License-Identifier: GPL-2.0-only
/* An int that is shifted into place; what is cut is not known */
#include <linux/mm.h>

u8 area_byte(struct vm_area_struct *vma)
{
	return vma->vm_flags >> 3; /* KNOWN-MISS: flag_truncation */
}
