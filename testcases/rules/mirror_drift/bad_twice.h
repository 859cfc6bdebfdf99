/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a hunk that was applied twice. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_PAIR (VM_IO | VM_READ)
