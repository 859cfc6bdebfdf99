/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: the same ways out in another order. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline bool frame_fits(vm_flags_t flags)
{
	if (flags & VM_IO)
		return false;
	if (flags & VM_DONTEXPAND)
		return false;
	return true;
}

static inline void frame_mark(vm_flags_t *flags)
{
	if (!flags)
		return;
	*flags |= VM_IO;
}

static inline int frame_rank(vm_flags_t flags)
{
	if (flags & VM_IO)
		return 2;
	else
		return 1;
}
