// SPDX-License-Identifier: GPL-2.0-only
/* A macro takes the address. */
#include <linux/mm.h>

#define AREA_WORD(vma) ((unsigned long *)&(vma)->vm_flags)

void adjust(unsigned long *flags);

void area_adjust(struct vm_area_struct *vma)
{
	adjust(AREA_WORD(vma));	     /* EXPECT: address_escape */
	set_bit(14, AREA_WORD(vma)); /* EXPECT: atomic_misuse */
}
