// SPDX-License-Identifier: GPL-2.0-only
/* Three comments that allow something and do not say why */
/* EXPECT-NEXT-LINE: bad_suppression: does not say why */
/* vmalint: allow-file(exact_compare) */
#include <linux/mm.h>

/* EXPECT-NEXT-LINE: bad_suppression */
/* vmalint: allow-function(exact_compare): */
int area_is_exec(struct vm_area_struct *vma)
{
	return vma->vm_flags == VM_EXEC;
}

int area_is_read(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression */
	/* vmalint: allow(exact_compare) */
	return vma->vm_flags == VM_READ;
}
