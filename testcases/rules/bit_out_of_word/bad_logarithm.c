// SPDX-License-Identifier: GPL-2.0-only
/* The number of a high flag shifts an int */
#include <linux/log2.h>
#include <linux/mm.h>

bool area_is_droppable(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word, optional_flag */
	return vma->vm_flags & (1U << ilog2(VM_DROPPABLE));
}
