// SPDX-License-Identifier: GPL-2.0-only
/* The atomic setter does nothing with other flags. */
/* API: typed2 typed3 */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
	vma_set_atomic_flag(vma, VMA_MAYBE_GUARD_BIT);
	vma_set_atomic_flag(vma, VMA_IO_BIT); /* EXPECT: atomic_misuse: IO */
}
