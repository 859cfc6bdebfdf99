/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a body that is a stub, in a copy without a file of stubs.
 */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline bool frame_is_hidden(vm_flags_t flags)
{
	return flags & (VM_IO | VM_DONTEXPAND);
}

static inline void frame_hide(vm_flags_t *flags)
{
	*flags |= VM_IO;
}
