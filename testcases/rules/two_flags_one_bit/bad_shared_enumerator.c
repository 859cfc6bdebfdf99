// SPDX-License-Identifier: GPL-2.0-only
/* Two numbers that are declared alike. */
/* API: typed */
/* TREE: include/linux/mm.h */

enum {
	DECLARE_VMA_BIT(NOTED, 43),
	DECLARE_VMA_BIT(PINNED, 43), /* EXPECT: two_flags_one_bit: NOTED */
	VMA_TAKEN_BIT = 43, /* EXPECT: two_flags_one_bit */
};
