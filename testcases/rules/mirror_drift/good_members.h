/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a structure with some of the members, and names of its own
 * elsewhere. */
/* FOLDER: include/linux */
#include <linux/mm.h>

struct frame_state {
	unsigned long start, end;
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __private own_flags;
	};
	void *private_data;
};
