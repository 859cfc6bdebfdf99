/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: code of the tests alone, that is a copy of nothing. */
/* FOLDER: include/linux */
#include <linux/mm.h>

struct frame_unused;
