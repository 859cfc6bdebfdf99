// SPDX-License-Identifier: GPL-2.0-only
/* Memory that was just allocated may be filled; it is reported. */
#include <linux/mm.h>

struct vm_area_struct *harness_area(void)
{
	struct vm_area_struct *vma = kmalloc(sizeof(*vma), GFP_KERNEL);

	if (vma)
		memset(vma, 0, sizeof(*vma)); /* KNOWN-FALSE: struct_copy */
	return vma;
}
