// SPDX-License-Identifier: GPL-2.0-only
/* A local word that becomes nothing. */
/* API: plain const typed */
#include <linux/mm.h>

unsigned long wanted(bool on);

unsigned long wanted(bool on)
{
	vm_flags_t flags = VM_READ;

	if (on)
		flags |= VM_LOCKED;
	return flags;
}
