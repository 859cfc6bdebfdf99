// SPDX-License-Identifier: GPL-2.0-only
/* A macro of the file mixes two families */
/* API: const typed */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

#define AREA_FLAGS (VM_IO | MAP_PRIVATE)

void area_mark(struct vm_area_struct *vma)
{
	vm_flags_set(vma, AREA_FLAGS); /* EXPECT: foreign_flag */
}
