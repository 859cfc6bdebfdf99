// SPDX-License-Identifier: GPL-2.0-only
/* The single store for readers without a lock became a plain one. */
/* API: const typed */
#include <linux/mm.h>

/* The page walkers that read without a lock need vm_flags_reset_once(). */
void area_lock(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	vm_flags_reset(vma, flags); /* KNOWN-MISS: nonatomic_first_word */
}
