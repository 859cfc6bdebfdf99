// SPDX-License-Identifier: GPL-2.0-only
/* Masks that are no constants */
#include <linux/mm.h>

bool area_has(vm_flags_t flags, vm_flags_t one, vm_flags_t other)
{
	return (flags & one) || (flags & other);
}
