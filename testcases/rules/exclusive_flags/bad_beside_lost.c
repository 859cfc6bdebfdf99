// SPDX-License-Identifier: GPL-2.0-only
/* Set at once: no statement that is lost before it matters. */
/* API: const typed */
/* ERRORS: a name that nobody declares */
#include <linux/mm.h>

int area_mark(struct vm_area_struct *vma, int mode)
{
	if (mode)
		return undeclared_error;
	vm_flags_set(vma, VM_PFNMAP | VM_MIXEDMAP); /* EXPECT: exclusive_flags */
	return 0;
}
