// SPDX-License-Identifier: GPL-2.0-only
/* Initialisers build a VMA, they copy none. */
#include <linux/mm.h>

static struct vm_area_struct gate_area = {
	.vm_start = 0x1000,
	.vm_end = 0x2000,
	.vm_flags = VM_READ | VM_EXEC,
};

void range_flush(struct mm_struct *mm, unsigned long start, unsigned long end)
{
	struct vm_area_struct vma = { .vm_mm = mm };
	struct vm_area_struct empty = {};

	flush_range(&vma, start, end);
	flush_range(&empty, gate_area.vm_start, gate_area.vm_end);
}
