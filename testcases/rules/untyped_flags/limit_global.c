// SPDX-License-Identifier: GPL-2.0-only
/* A global variable may be set elsewhere */
#include <linux/mm.h>

unsigned long area_flags = VM_READ; /* KNOWN-MISS: untyped_flags */

bool flags_are_shared(void)
{
	return area_flags & VM_SHARED;
}
