// SPDX-License-Identifier: GPL-2.0-only
/* PROT_ in a flag word, right only because the numbers are equal */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

void area_flush(struct vm_area_struct *vma)
{
	if (vma->vm_flags & PROT_EXEC) /* EXPECT: foreign_flag: VM_EXEC */
		flush_range(vma, vma->vm_start, vma->vm_end);
	if (READ_ONCE(vma->vm_flags) & PROT_WRITE) /* EXPECT: foreign_flag */
		flush_range(vma, vma->vm_start, vma->vm_end);
}
