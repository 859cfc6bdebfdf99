// SPDX-License-Identifier: GPL-2.0-only
/* A conversion that fills the first word of a bitmap of its own. */
/* API: typed */
#include <linux/mm.h>

vma_flags_t flags_convert(vm_flags_t word)
{
	vma_flags_t flags;

	flags.__vma_flags[0] = word; /* EXPECT: private_access */
	return flags;
}
