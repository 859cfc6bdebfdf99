// SPDX-License-Identifier: GPL-2.0-only
/* What leads to the label is lost with an expression before it. */
/* API: const typed */
/* ERRORS: names that nobody declares */
#include <linux/mm.h>

int area_mark(struct mm_struct *mm, unsigned long address)
{
	int ret = mmap_write_lock_killable(mm);

	if (ret && undeclared_policy(mm, UNDECLARED_STRICT))
		goto out;
	if (ret > undeclared_limit)
		goto out;
	vm_flags_set(find_vma(mm, address), VM_IO);
	mmap_write_unlock(mm);
out:
	return ret;
}
