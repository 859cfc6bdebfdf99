// SPDX-License-Identifier: GPL-2.0-only
/* The bitmap of a VMA is replaced as a whole (posted for special mappings). */
/* API: typed1 */
#include <linux/mm.h>

int special_mapping_install(struct mm_struct *mm, const vma_flags_t *flags)
{
	vma_flags_t local = *flags;
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return -ENOMEM;
	vma->flags = local; /* EXPECT: private_access */
	return insert_vm_struct(mm, vma);
}
