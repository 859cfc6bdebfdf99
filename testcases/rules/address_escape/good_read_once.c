// SPDX-License-Identifier: GPL-2.0-only
/* READ_ONCE() and friends take the address inside their macros. */
#include <linux/mm.h>

unsigned long area_peek(struct vm_area_struct *vma)
{
	ASSERT_EXCLUSIVE_WRITER(vma->vm_flags);
	return READ_ONCE(vma->vm_flags) + sizeof(&vma->vm_flags);
}
