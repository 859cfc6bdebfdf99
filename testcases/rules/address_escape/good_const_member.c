// SPDX-License-Identifier: GPL-2.0-only
/* A struct keeps a pointer to const. */
#include <linux/mm.h>

struct flag_watch {
	const unsigned long *flags;
};

static const unsigned long *last;

void watch_start(struct flag_watch *watch, struct vm_area_struct *vma)
{
	struct flag_watch other = { .flags = &vma->vm_flags };

	watch->flags = &vma->vm_flags;
	last = other.flags;
}
