/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a store that is no single one any more. */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline void frame_note(vm_flags_t *word, vm_flags_t flags)
{
	WRITE_ONCE(*word, flags | VM_IO);
}
