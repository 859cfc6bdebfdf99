// SPDX-License-Identifier: GPL-2.0-only
/* The access stands under a configuration symbol that is off. */
/* API: const */
#include <linux/mm.h>

void area_mark(struct vm_area_struct *vma)
{
#ifdef CONFIG_STANDIN_EXOTIC
	vma->__vm_flags |= VM_IO; /* EXPECT: private_access */
#endif
}
