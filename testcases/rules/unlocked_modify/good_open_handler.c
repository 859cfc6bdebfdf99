// SPDX-License-Identifier: GPL-2.0-only
/* An .open handler runs under the write lock of whoever splits or forks. */
/* API: const typed */
#include <linux/mm.h>

static void ring_open(struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_DONTCOPY);
}

static void ring_close(struct vm_area_struct *vma)
{
	vm_flags_clear(vma, VM_DONTCOPY);
}

const struct vm_operations_struct ring_ops = {
	.open = ring_open,
	.close = ring_close,
};
