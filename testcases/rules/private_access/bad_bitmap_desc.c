// SPDX-License-Identifier: GPL-2.0-only
/* The words of a descriptor's bitmap are as private. */
/* API: typed */
#include <linux/mm.h>

void desc_mark(struct vm_area_desc *desc)
{
	desc->vma_flags.__vma_flags[0] |= VM_IO; /* EXPECT: private_access */
}
