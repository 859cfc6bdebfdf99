// SPDX-License-Identifier: GPL-2.0-only
/* The word is another one the second time */
#include <linux/mm.h>

bool areas_are_special(const vm_flags_t *flags)
{
	return (*flags++ & VM_IO) || (*flags++ & VM_PFNMAP);
}
