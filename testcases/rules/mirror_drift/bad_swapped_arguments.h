/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: arguments in another order. */
/* FOLDER: include/linux */
#include <linux/mm.h>

vm_flags_t frame_replace(vm_flags_t flags, vm_flags_t set, vm_flags_t clear);

static inline vm_flags_t frame_freeze(vm_flags_t flags)
{
	return frame_replace(flags, VM_READ, VM_WRITE);
}
