/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a branch of #if in a body that the settings choose. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_wide(vm_flags_t flags)
{
#ifdef CONFIG_FRAME_WIDE
	flags |= VM_MIXEDMAP;
#else
	flags |= VM_IO;
#endif
	return flags;
}
