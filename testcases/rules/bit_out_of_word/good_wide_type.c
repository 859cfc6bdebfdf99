// SPDX-License-Identifier: GPL-2.0-only
/* Far bits of a type that has 64 of them on every architecture. */
/* API: typed */
#include <linux/bits.h>
#include <linux/mm.h>
#include <linux/types.h>

struct area_record {
	u64 flags;
};

void area_note(struct area_record *record, const struct vm_area_struct *vma)
{
	record->flags = vma->vm_flags & VM_ACCESS_FLAGS;
	record->flags |= 1ULL << 60;
	record->flags |= BIT_ULL(63);
}
