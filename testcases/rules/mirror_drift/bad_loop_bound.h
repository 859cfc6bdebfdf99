/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a loop that ends elsewhere. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline void frame_each(unsigned long *words, int nr)
{
	int i;

	for (i = 0; i < nr; i++)
		words[i] &= ~VM_IO;
}
