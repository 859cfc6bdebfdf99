// SPDX-License-Identifier: GPL-2.0-only
/* A macro makes an lvalue of the const member. */
/* API: const typed */
#include <linux/mm.h>

#define AREA_FLAGS(vma) (*(vm_flags_t *)&(vma)->vm_flags)

void area_mark(struct vm_area_struct *vma)
{
	AREA_FLAGS(vma) |= VM_IO; /* EXPECT: const_cast_write */
	AREA_FLAGS(vma)++;	  /* EXPECT: const_cast_write */
}
