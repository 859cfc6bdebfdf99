/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a copy that is like one of the alternatives. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#ifdef CONFIG_MMU
static inline bool frame_soft(vm_flags_t flags)
{
	return flags & VM_IO;
}
#else
static inline bool frame_soft(vm_flags_t flags)
{
	return false;
}
#endif
