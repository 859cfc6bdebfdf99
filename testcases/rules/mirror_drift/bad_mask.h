/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a mask that lost a flag. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_FLAGS (VM_IO | VM_DONTEXPAND | VM_MIXEDMAP)
