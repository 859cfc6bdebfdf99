/* SPDX-License-Identifier: GPL-2.0-only */
/* What a module keeps to go on as before 6.3. */
#ifndef _CONST_CAST_WRITE_BAD_HELPER_IN_HEADER_H
#define _CONST_CAST_WRITE_BAD_HELPER_IN_HEADER_H

static inline unsigned long *driver_area_flags(struct vm_area_struct *vma)
{
	return (unsigned long *)&vma->vm_flags; /* EXPECT: const_cast_write */
}

#endif
