/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: an early return that returns something else. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline int frame_prot(vm_flags_t flags)
{
	if (!(flags & VM_READ))
		return 0;
	if (flags & VM_WRITE)
		return 2;
	return 1;
}
