// SPDX-License-Identifier: GPL-2.0-only
/* VMAs that nobody else sees: made, copied, local, static, being mapped. */
/* API: typed2 typed3 */
#include <linux/mm.h>

static struct vm_area_struct gate_area;

struct vm_area_struct *area_copy(struct vm_area_struct *old, vma_flags_t flags)
{
	struct vm_area_struct *vma = vm_area_dup(old);

	if (vma)
		vma->flags = flags;
	return vma;
}

void area_flush(struct mm_struct *mm, vma_flags_t flags)
{
	struct vm_area_struct area = { .vm_mm = mm };
	struct vm_area_struct *vma = &area;

	vma->flags = flags;
	flush_range(&area, 0, 1);
}

void gate_init(void)
{
	gate_area.flags = mk_vma_flags(VMA_READ_BIT, VMA_EXEC_BIT);
}

static int area_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->flags = mk_vma_flags(VMA_READ_BIT);
	return 0;
}

const struct file_operations area_ops = {
	.mmap = area_mmap,
};
