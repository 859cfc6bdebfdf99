// SPDX-License-Identifier: GPL-2.0-only
/* The copy stands under a configuration symbol that is off. */
#include <linux/mm.h>

void area_clone(struct vm_area_struct *vma, struct vm_area_struct *other)
{
#ifdef CONFIG_STANDIN_EXOTIC
	memcpy(vma, other, sizeof(*vma)); /* EXPECT: struct_copy */
#endif
}
