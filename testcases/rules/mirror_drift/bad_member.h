/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a member with flags that lost its const, and one that left
 * its union. */
/* FOLDER: include/linux */
#include <linux/mm.h>

struct frame_area {
	unsigned long start, end;
	const vm_flags_t vm_flags;
	union {
		vm_flags_t old_flags;
		unsigned long word;
	};
};
