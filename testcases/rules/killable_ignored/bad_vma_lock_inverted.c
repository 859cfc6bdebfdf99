// SPDX-License-Identifier: GPL-2.0-only
/* The killable lock of one VMA, the wrong way round: told once. */
/* API: typed3 */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long at)
{
	struct vm_area_struct *vma;
	int err = 0;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (!vma)
		goto out;
	if (!vma_start_write_killable(vma))
		goto out;
	vma_set_flags(vma, VMA_DONTCOPY_BIT); /* EXPECT: killable_ignored */
out:
	mmap_write_unlock(mm);
	return err;
}
