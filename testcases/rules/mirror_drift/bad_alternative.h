/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a copy that is like neither of two alternatives. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#ifdef CONFIG_MMU
#define VM_FRAME_STACK (VM_READ | VM_WRITE)
#else
#define VM_FRAME_STACK VM_READ
#endif
