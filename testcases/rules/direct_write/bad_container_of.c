// SPDX-License-Identifier: GPL-2.0-only
/* The VMA is reached through container_of(). */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct tracker {
	struct vm_area_struct *vma;
	int node;
};

void node_mark(int *node)
{
	/* EXPECT-NEXT-LINE: direct_write */
	container_of(node, struct tracker, node)->vma->vm_flags |= VM_IO;
}
