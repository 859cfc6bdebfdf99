/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a test that lost its "!". */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline bool frame_may_grow(vm_flags_t flags)
{
	if (!(flags & VM_DONTEXPAND))
		return true;
	return flags & VM_IO;
}
