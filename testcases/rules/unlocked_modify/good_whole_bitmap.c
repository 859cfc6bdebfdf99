// SPDX-License-Identifier: GPL-2.0-only
/* The whole bitmap is replaced under the lock, on every path. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_replace(struct mm_struct *mm, unsigned long at, vma_flags_t flags,
		 bool quick)
{
	struct vm_area_struct *vma;
	int err = 0;

	mmap_write_lock(mm);
	vma = find_vma(mm, at);
	if (quick)
		vma_start_write(vma);
	else
		err = vma_start_write_killable(vma);
	if (err)
		goto out;
	vma->flags = flags;
out:
	mmap_write_unlock(mm);
	return err;
}

int area_replace_all(struct mm_struct *mm, unsigned long at, unsigned long end,
		     vma_flags_t flags)
{
	mmap_write_lock(mm);
	for (; at < end; at += 4096) {
		struct vm_area_struct *vma = find_vma(mm, at);

		if (vma_start_write_killable(vma))
			break;
		vma->flags = flags;
	}
	mmap_write_unlock(mm);
	return 0;
}
