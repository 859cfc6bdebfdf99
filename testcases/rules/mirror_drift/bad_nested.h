/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a helper of a helper that does something else. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_inner_mask(void)
{
	return VM_IO | VM_READ;
}

static inline bool frame_outer(vm_flags_t flags)
{
	return flags & frame_inner_mask();
}
