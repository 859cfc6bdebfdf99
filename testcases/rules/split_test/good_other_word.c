// SPDX-License-Identifier: GPL-2.0-only
/* Bits of another word */
#include <linux/mm.h>

struct area {
	unsigned int state;
};

bool area_is_ready(struct area *area)
{
	return (area->state & 1) && (area->state & 4);
}
