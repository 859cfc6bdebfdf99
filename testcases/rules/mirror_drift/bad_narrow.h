/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a type that holds fewer bits. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline unsigned long frame_mask(void)
{
	return VM_IO | VM_MIXEDMAP;
}
