/* SPDX-License-Identifier: GPL-2.0-only */
/* A module's replacement for the helper that it does not want to call. */
#ifndef _CONST_CAST_WRITE_BAD_MACRO_IN_HEADER_H
#define _CONST_CAST_WRITE_BAD_MACRO_IN_HEADER_H

#define driver_set_flags(vma, flags)                           \
	do {                                                   \
		*(unsigned long *)&(vma)->vm_flags |= (flags); \
	} while (0)

#endif
