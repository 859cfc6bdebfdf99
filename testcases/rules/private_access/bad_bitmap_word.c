// SPDX-License-Identifier: GPL-2.0-only
/* The first word of the bitmap, read and written by hand. */
/* API: typed */
#include <linux/mm.h>

bool area_mark(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: nonatomic_first_word */
	vma->flags.__vma_flags[0] |= VM_IO;
	vma->flags.__vma_flags[0] = VM_READ;	    /* EXPECT: private_access */
	return vma->flags.__vma_flags[0] & VM_READ; /* EXPECT: private_access */
}
