/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a helper of the copy does something else than what the
 * kernel writes out. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline bool frame_is_device(vm_flags_t flags)
{
	return flags & (VM_IO | VM_MIXEDMAP);
}
