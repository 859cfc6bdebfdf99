/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: what a merge has left. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_MERGED (VM_IO | VM_WRITE)
