// SPDX-License-Identifier: GPL-2.0-only
/* One is shifted by a number */
#include <linux/mm.h>

bool area_has(vm_flags_t flags, unsigned int nr)
{
	return flags & (1UL << nr);
}
