// SPDX-License-Identifier: GPL-2.0-only
/* Bits of a VMA are set and cleared by the helpers for VMAs. */
/* API: typed3 */
#include <linux/mm.h>

bool area_mark(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vma_set_flags(vma, VMA_IO_BIT, VMA_DONTEXPAND_BIT);
	vma_clear_flags(vma, VMA_MAYWRITE_BIT);
	return vma_test(vma, VMA_IO_BIT);
}
