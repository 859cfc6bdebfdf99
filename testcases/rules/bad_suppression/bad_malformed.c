// SPDX-License-Identifier: GPL-2.0-only
/* Comments that begin as one of ours and say nothing that is understood */
#include <linux/mm.h>

int area_is_read(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression: 'vmalint: ignore(exact_compare) */
	/* vmalint: ignore(exact_compare): the boot loader sets no other */
	return vma->vm_flags == VM_READ; /* EXPECT: exact_compare */
}

int area_is_write(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression: write allow(RULE): WHY */
	/* vmalint: allow exact_compare: the boot loader sets no other */
	return vma->vm_flags == VM_WRITE; /* EXPECT: exact_compare */
}

int area_is_exec(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression */
	/* vmalint: allow(exact_compare: the boot loader sets no other */
	return vma->vm_flags == VM_EXEC; /* EXPECT: exact_compare */
}

int area_is_shared(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bad_suppression */
	/* vmalint:disable */
	return vma->vm_flags == VM_SHARED; /* EXPECT: exact_compare */
}
