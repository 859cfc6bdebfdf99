// SPDX-License-Identifier: GPL-2.0-only
/* A copy of the flags does not change any more. */
/* API: typed */
#include <linux/mm.h>

bool flags_may_guard(vm_flags_t flags)
{
	return flags & VM_MAYBE_GUARD;
}
