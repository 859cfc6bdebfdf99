// SPDX-License-Identifier: GPL-2.0-only
/* Reading, testing and comparing in many ways. */
#include <linux/mm.h>

unsigned long area_read(struct vm_area_struct *vma, unsigned long wanted)
{
	unsigned long flags = vma->vm_flags;
	int may_grow = vma->vm_flags & (VM_GROWSDOWN | VM_GROWSUP);
	bool shared = !!(vma->vm_flags & VM_SHARED);

	if (vma->vm_flags == wanted || (wanted ^ vma->vm_flags) & VM_EXEC)
		return READ_ONCE(vma->vm_flags);
	ASSERT_EXCLUSIVE_WRITER(vma->vm_flags);
	flags |= VM_IO;
	flags &= ~VM_MAYWRITE;
	return data_race(vma->vm_flags) + flags + may_grow + shared;
}
