// SPDX-License-Identifier: GPL-2.0-only
/* Helpers that test a bitmap have an answer that is one. */
/* API: typed3 */
#include <linux/mm.h>

int area_kind(const struct vm_area_struct *vma)
{
	const vma_flags_t wanted = mk_vma_flags(VMA_READ_BIT, VMA_WRITE_BIT);
	bool is_bare = vma_test_any(vma, VMA_IO_BIT, VMA_PFNMAP_BIT);

	if (!vma_test(vma, VMA_SHARED_BIT) && !is_bare)
		return 1;
	if (vma_test_all_mask(vma, wanted) || vma_test(vma, VMA_EXEC_BIT))
		return 2;
	return vma_test_any_mask(vma, wanted) ? 3 : 0;
}
