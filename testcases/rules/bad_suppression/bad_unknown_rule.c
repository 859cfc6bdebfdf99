// SPDX-License-Identifier: GPL-2.0-only
/* A slip in the name of the rule allows nothing */
#include <linux/mm.h>

int area_is_read(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression: did you mean 'exact_compare'? */
	/* vmalint: allow(exact_compara): the boot loader sets no other */
	return vma->vm_flags == VM_READ; /* EXPECT: exact_compare */
}
