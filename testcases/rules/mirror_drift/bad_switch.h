/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a case that returns another flag. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_kind(int kind)
{
	switch (kind) {
	case 0:
		return VM_READ;
	case 1:
		return VM_WRITE;
	default:
		return VM_IO;
	}
}
