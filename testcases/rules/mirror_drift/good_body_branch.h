/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: the branch that the settings choose, written out. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_high(vm_flags_t flags)
{
#ifdef CONFIG_FRAME_HIGH
	flags |= VM_MIXEDMAP;
#else
	flags |= VM_IO;
#endif
	return flags;
}
