// SPDX-License-Identifier: GPL-2.0-only
/* The atomic setter as first posted (VM_MAYBE_GUARD, November 2025). */
/* API: const */
#include <linux/mm.h>

void area_set_atomic(struct vm_area_struct *vma, int bit)
{
	set_bit(bit, &vma->__vm_flags); /* EXPECT: atomic_misuse */
}
