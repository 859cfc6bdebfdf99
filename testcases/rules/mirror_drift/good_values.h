/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: constants that are written in another way. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_TABLE (VM_READ | VM_WRITE)
#define VM_FRAME_NONE  0

enum frame_bits {
	VMA_SLOW_BIT = 14,
	VMA_FAST_BIT,
#ifdef CONFIG_FRAME_HUGE
	VMA_WIDE_BIT = 44,
#endif
};
