/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a difference that a comment allows. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_default(void)
{
	return VM_READ | VM_WRITE;
}
