// SPDX-License-Identifier: GPL-2.0-only
/* The last bits that there are: one short of the number of them. */
/* API: typed2 typed3 */
#include <linux/mm.h>

#ifdef CONFIG_64BIT
vma_flags_t area_special(void)
{
	return mk_vma_flags(VMA_READ_BIT, VMA_DROPPABLE_BIT);
}

void area_mark(struct vm_area_struct *vma)
{
	vma_start_write(vma);
	vma_set_flags(vma, VMA_IO_BIT, VMA_DROPPABLE_BIT);
}
#endif
