/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: two statements that changed places. */
/* FOLDER: include/linux */
#include <linux/mm.h>

vm_flags_t frame_sample(void);
void frame_lock(void);

static inline vm_flags_t frame_locked_flags(void)
{
	vm_flags_t flags;

	frame_lock();
	flags = frame_sample();
	return flags & VM_IO;
}
