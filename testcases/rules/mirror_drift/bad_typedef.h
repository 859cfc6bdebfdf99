/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a typedef that stands for less. */
/* FOLDER: include/linux */
#include <linux/mm.h>

struct frame_nothing;
