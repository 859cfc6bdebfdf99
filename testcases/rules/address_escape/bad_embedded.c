// SPDX-License-Identifier: GPL-2.0-only
/* The VMA is part of another struct, or an element of an array. */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
	struct vm_area_struct more[2];
};

void adjust(unsigned long *flags);

void shadow_adjust(struct shadow_area *shadow)
{
	/* EXPECT-NEXT-LINE: address_escape */
	adjust((unsigned long *)&shadow->vma.vm_flags);
	/* EXPECT-NEXT-LINE: address_escape */
	adjust((unsigned long *)&shadow->more->vm_flags);
}
