/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a parameter whose type the kernel has changed. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline bool frame_test(const vm_flags_t *flags)
{
	return *flags & VM_IO;
}
