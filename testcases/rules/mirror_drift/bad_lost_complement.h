/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a complement that is lost. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define frame_private(flags) ((flags) & ~(VM_IO | VM_MIXEDMAP))
