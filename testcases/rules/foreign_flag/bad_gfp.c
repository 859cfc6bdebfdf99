// SPDX-License-Identifier: GPL-2.0-only
/* A VMA flag passed for an allocation */
#include <linux/mm.h>

void *area_copy(void)
{
	return kmalloc(64, VM_IO); /* EXPECT: foreign_flag: GFP_ */
}
