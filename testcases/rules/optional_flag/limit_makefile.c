// SPDX-License-Identifier: GPL-2.0-only
/* A file that is only built where the flag exists */
#include <linux/mm.h>

bool area_is_dirty(vm_flags_t flags)
{
	/* KNOWN-FALSE-NEXT-LINE: optional_flag */
	return (flags & VM_SOFTDIRTY) == VM_SOFTDIRTY;
}
