// SPDX-License-Identifier: GPL-2.0-only
/* A function returns the VMA that is written. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct tracker {
	struct vm_area_struct *vma;
};

static struct vm_area_struct *tracker_area(struct tracker *tracker)
{
	return tracker->vma;
}

void tracker_mark(struct tracker *tracker)
{
	tracker_area(tracker)->vm_flags |= VM_IO; /* EXPECT: direct_write */
}
