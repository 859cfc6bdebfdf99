// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap as a whole may be read and passed along. */
/* API: typed */
#include <linux/mm.h>

bool driver_accepts(vma_flags_t flags);

bool area_accepts(const struct vm_area_struct *vma)
{
	vma_flags_t flags = vma->flags;

	return driver_accepts(flags) && driver_accepts(vma->flags);
}
