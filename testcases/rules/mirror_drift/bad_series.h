/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: the copy stayed with the word when the kernel went on to a
 * bitmap. */
/* FOLDER: include/linux */
#include <linux/mm.h>

struct frame_nothing;
