// SPDX-License-Identifier: GPL-2.0-only
/* The branch for another kernel is that of a macro in a header. */
#include <linux/fs.h>

#include "compat.h"

int wrapped_mmap(struct file *file, struct vm_area_struct *vma)
{
	wrapped_set(vma, VM_IO); /* EXPECT(plain): direct_write */
	wrapped_clear(vma, VM_MAYWRITE);
	wrapped_old_set(vma, VM_DONTDUMP); /* EXPECT: direct_write */
	return 0;
}
