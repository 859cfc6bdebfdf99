/* SPDX-License-Identifier: GPL-2.0-only */
/* What a driver has for kernels of every age. */
#ifndef _DIRECT_WRITE_BAD_MACRO_IN_HEADER_H
#define _DIRECT_WRITE_BAD_MACRO_IN_HEADER_H

#define driver_mark_area(vma) \
	((vma)->vm_flags |= VM_IO | VM_DONTEXPAND | VM_DONTDUMP)

#endif
