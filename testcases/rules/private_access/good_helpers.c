// SPDX-License-Identifier: GPL-2.0-only
/* What the private member is for is done by helpers. */
/* API: const typed */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_set(vma, VM_IO);
	vm_flags_clear(vma, VM_MAYWRITE);
	vma_start_write(vma);
	vm_flags_reset(vma, flags);
}
