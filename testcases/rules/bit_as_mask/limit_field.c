// SPDX-License-Identifier: GPL-2.0-only
/* A member of another file is not known to hold masks */
/* API: typed */
#include <linux/mm.h>

struct area_rule {
	struct area_rule *next;
	unsigned long flags;
};

void area_rule_fill(struct area_rule *rule)
{
	/* EXPECT-NEXT-LINE: raw_bit */
	/* KNOWN-MISS-NEXT-LINE: bit_as_mask */
	rule->flags = VMA_IO_BIT;
}
