/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: helpers of one expression that one side writes out. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_without_device(vm_flags_t flags)
{
	return flags & ~(VM_IO | VM_MIXEDMAP);
}

static inline vm_flags_t frame_memory(vm_flags_t flags)
{
	return frame_without_device(flags) | VM_READ;
}
