// SPDX-License-Identifier: GPL-2.0-only
/* Flags copied to a member of 64 bits */
#include <linux/mm.h>

struct area_record {
	u64 flags;
};

void area_note(struct area_record *record, struct vm_area_struct *vma)
{
	record->flags = READ_ONCE(vma->vm_flags);
}
