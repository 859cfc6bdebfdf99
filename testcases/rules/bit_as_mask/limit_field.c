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
	rule->flags = VMA_IO_BIT;
		/* KNOWN-MISS: bit_as_mask */ /* EXPECT: raw_bit */
	/* EXPECT-NEXT-LINE: raw_bit */
	rule->flags = VMA_READ_BIT;
}
