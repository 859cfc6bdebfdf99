// SPDX-License-Identifier: GPL-2.0-only
/* A pointer without type is cast to a VMA. */
/* REJECTED(const typed): a const member does not take a write */
#include <linux/mm.h>

void callback_mark(void *data)
{
	/* EXPECT-NEXT-LINE: direct_write */
	((struct vm_area_struct *)data)->vm_flags |= VM_IO;
}
