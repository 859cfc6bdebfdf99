// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that is part of another struct, and one in an array. */
/* API: const typed */
#include <linux/mm.h>

struct shadow_area {
	struct vm_area_struct vma;
	struct vm_area_struct more[2];
};

void shadow_mark(struct shadow_area *shadow)
{
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(vm_flags_t *)&shadow->vma.vm_flags |= VM_IO;
	/* EXPECT-NEXT-LINE: const_cast_write */
	*(vm_flags_t *)&shadow->more[1].vm_flags |= VM_IO;
}
