/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: the call that marks a VMA as written to is never harmless.
 */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline void frame_dirty(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	vm_flags_init(vma, flags);
}
