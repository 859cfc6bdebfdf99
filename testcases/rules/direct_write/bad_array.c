// SPDX-License-Identifier: GPL-2.0-only
/* Elements of arrays of VMAs and of pointers to VMAs. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

static struct vm_area_struct areas[4];

void areas_mark(struct vm_area_struct **others, int last)
{
	areas[last].vm_flags |= VM_IO;	       /* EXPECT: direct_write */
	others[last]->vm_flags |= VM_IO;       /* EXPECT: direct_write */
	(others[0] + last)->vm_flags |= VM_IO; /* EXPECT: direct_write */
}
