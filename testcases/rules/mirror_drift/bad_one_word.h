/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a loop over all words that became one word. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define FRAME_WORDS 2

static inline void frame_copy_flags(unsigned long *to, unsigned long *from)
{
	int i;

	for (i = 0; i < FRAME_WORDS; i++)
		to[i] = from[i] & ~VM_IO;
}
