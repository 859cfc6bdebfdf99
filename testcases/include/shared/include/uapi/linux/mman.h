/* SPDX-License-Identifier: GPL-2.0-only */
/* mmap and mprotect constants; a namespace of its own. */
#ifndef _UAPI_LINUX_MMAN_H
#define _UAPI_LINUX_MMAN_H

#define PROT_READ	 0x1
#define PROT_WRITE	 0x2
#define PROT_EXEC	 0x4
#define PROT_SEM	 0x8

#define MAP_SHARED	 0x01
#define MAP_PRIVATE	 0x02
#define MAP_FIXED	 0x10

#define MADV_MERGEABLE	 12
#define MADV_UNMERGEABLE 13

#endif
