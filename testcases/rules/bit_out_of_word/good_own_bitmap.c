// SPDX-License-Identifier: GPL-2.0-only
/* A driver's own bitmap is as long as it says, whatever a VMA's has. */
#include <linux/bitmap.h>
#include <linux/bitops.h>
#include <linux/mm.h>

#define AREA_NR_SLOTS 128

struct area_owner {
	DECLARE_BITMAP(slots, AREA_NR_SLOTS);
	unsigned long start;
};

bool area_is_taken(struct area_owner *owner, struct vm_area_struct *vma)
{
	set_bit(100, owner->slots);
	clear_bit(64, owner->slots);
	return test_bit(AREA_NR_SLOTS - 1, owner->slots) &&
	       vma->vm_start == owner->start;
}
