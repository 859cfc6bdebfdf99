// SPDX-License-Identifier: GPL-2.0-only
/* A member of something else. */
/* API: plain const typed */
#include <linux/mm.h>

struct request {
	unsigned long flags;
};

void area_change(struct request *request);

void area_change(struct request *request)
{
	request->flags |= VM_LOCKED;
}
