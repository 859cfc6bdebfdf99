// SPDX-License-Identifier: GPL-2.0-only
/* Neither of two flags */
#include <linux/mm.h>

bool area_is_plain(vm_flags_t flags)
{
	return !(flags & VM_IO) && !(flags & VM_PFNMAP); /* EXPECT: split_test */
}
