// SPDX-License-Identifier: GPL-2.0-only
/* A cast makes a bit of any number */
/* API: typed */
#include <linux/mm.h>

vma_flag_t bit_of(unsigned int nr)
{
	return (__force vma_flag_t)nr; /* EXPECT: raw_bit: the cast makes */
}
