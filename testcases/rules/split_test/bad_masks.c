// SPDX-License-Identifier: GPL-2.0-only
/* Any of two masks, both of several flags */
#include <linux/mm.h>

bool area_has_access(const vm_flags_t *flags)
{
	return (*flags & (VM_READ | VM_WRITE)) || /* EXPECT: split_test */
	       (*flags & (VM_EXEC | VM_SHARED));
}
