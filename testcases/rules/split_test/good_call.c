// SPDX-License-Identifier: GPL-2.0-only
/* The word comes out of a call, which may not be made once less */
#include <linux/mm.h>

struct vm_area_struct *area_next(void);

bool next_two_are_special(void)
{
	return (area_next()->vm_flags & VM_IO) ||
	       (area_next()->vm_flags & VM_PFNMAP);
}
