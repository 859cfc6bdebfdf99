/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: two statements that may stand in any order. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline void frame_pair(vm_flags_t *a, vm_flags_t *b)
{
	*a = VM_READ;
	*b = VM_WRITE;
}
