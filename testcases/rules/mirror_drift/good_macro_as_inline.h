/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a macro of the kernel that is an inline function in the
 * copy, and the reverse. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define frame_is_shared(flags) ((flags) & VM_MIXEDMAP)

static inline bool frame_is_plain(vm_flags_t flags)
{
	return !(flags & (VM_IO | VM_MIXEDMAP));
}

#define frame_drop(word)           \
	do {                       \
		*(word) &= ~VM_IO; \
	} while (0)
