// SPDX-License-Identifier: GPL-2.0-only
/* Helpers of a driver whose numbers count slots, named like those of flags. */
/* API: typed */
#include <linux/mm.h>

struct area_owner {
	unsigned char slots[256];
};

static bool area_flags_test(const struct area_owner *owner, unsigned int slot)
{
	return owner->slots[slot] != 0;
}

static void area_set_flags(struct area_owner *owner, unsigned int slot)
{
	owner->slots[slot] = 1;
}

int area_open(struct area_owner *owner, struct vm_area_struct *vma)
{
	if (area_flags_test(owner, 64) || area_flags_test(owner, 200))
		return -1;
	area_set_flags(owner, 128);
	return vma->vm_flags & VM_SHARED ? 1 : 0;
}
