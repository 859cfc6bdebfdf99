/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: assertions and calls of stubs that do nothing are left out.
 */
/* FOLDER: include/linux */
#include <linux/mm.h>

void frame_trace(void);
bool frame_is_locked(void);

static inline vm_flags_t frame_take(struct vm_area_struct *vma)
{
	VM_WARN_ON_ONCE(!frame_is_locked());
	vma_assert_write_locked(vma);
	frame_trace();
	if (unlikely(vma->vm_flags & VM_IO))
		return 0;
	return data_race(vma->vm_flags);
}
