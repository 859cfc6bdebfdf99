// SPDX-License-Identifier: GPL-2.0-only
/* && where & was meant */
#include <linux/mm.h>

bool area_is_shared(struct vm_area_struct *vma)
{
	return vma->vm_flags && VM_SHARED; /* EXPECT: word_as_truth: always true */
}
