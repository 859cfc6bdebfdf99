// SPDX-License-Identifier: GPL-2.0-only
/* A module pins its mapping by hand, without accounting or lock. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

struct device_buffer {
	struct vm_area_struct *mapping;
	unsigned long size;
};

void buffer_pin(struct device_buffer *buffer)
{
	buffer->mapping->vm_flags |= VM_DONTCOPY; /* EXPECT: direct_write */
}
