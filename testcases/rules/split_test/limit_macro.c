// SPDX-License-Identifier: GPL-2.0-only
/* A macro is not split again at each of its uses */
#include <linux/mm.h>

#define IS_SPECIAL(vma) \
	(((vma)->vm_flags & VM_IO) || ((vma)->vm_flags & VM_PFNMAP))

bool area_is_special(struct vm_area_struct *vma)
{
	return IS_SPECIAL(vma); /* KNOWN-MISS: split_test */
}
