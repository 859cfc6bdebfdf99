// SPDX-License-Identifier: GPL-2.0-only
/* Two flags for one bit, named in the order in which they are written. */
#include <linux/mm.h>

bool area_is_io(unsigned long flags)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: 'VM_IO | VM_PFNMAP' is a mask */
	return test_bit(VM_IO | VM_PFNMAP, &flags);
}
