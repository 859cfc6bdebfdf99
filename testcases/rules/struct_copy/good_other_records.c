// SPDX-License-Identifier: GPL-2.0-only
/* Whole copies of structs that are no VMA. */
#include <linux/mm.h>

void regions_copy(struct vm_region *to, struct vm_region *from, int count)
{
	struct vm_region saved = *to;

	*to = *from;
	memcpy(to, from, count * sizeof(*to));
	memmove(to, &saved, sizeof(saved));
	memset(from, 0, sizeof(*from));
}
