// SPDX-License-Identifier: GPL-2.0-only
/* A typedef of the record. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

typedef struct vm_area_struct mapping_t;

void mapping_mark(mapping_t *mapping)
{
	mapping->vm_flags |= VM_IO; /* EXPECT: direct_write */
}
