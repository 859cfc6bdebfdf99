// SPDX-License-Identifier: GPL-2.0-only
/* A protection passed as the bit of a helper */
/* API: typed3 */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

bool area_is_readable(struct vm_area_struct *vma)
{
	return vma_test(vma, PROT_READ); /* EXPECT: foreign_flag: VM_WRITE */
}
