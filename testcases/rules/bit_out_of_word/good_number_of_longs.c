// SPDX-License-Identifier: GPL-2.0-only
/* The number of bits is no bit. */
/* API: typed */
#include <linux/mm.h>

unsigned int area_words(void)
{
	unsigned int nr = NUM_VMA_FLAG_BITS / BITS_PER_LONG;

	return nr + 64 + 128;
}
