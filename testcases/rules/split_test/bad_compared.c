// SPDX-License-Identifier: GPL-2.0-only
/* Tests that are compared with 0, or with their mask */
#include <linux/mm.h>

int area_kind(vm_flags_t flags)
{
	if ((flags & VM_IO) != 0 || (flags & VM_PFNMAP)) /* EXPECT: split_test */
		return 1;
	if ((flags & VM_READ) == VM_READ && /* EXPECT: split_test */
	    (flags & (VM_WRITE | VM_SHARED)) == (VM_WRITE | VM_SHARED))
		return 2;
	return 0;
}
