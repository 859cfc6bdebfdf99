// SPDX-License-Identifier: GPL-2.0-only
/* A parameter that holds flags */
#include <linux/mm.h>

/* EXPECT-NEXT-LINE: untyped_flags: 'vm_flags' */
bool flags_are_shared(unsigned long vm_flags)
{
	return vm_flags & VM_SHARED;
}
