/* SPDX-License-Identifier: GPL-2.0-only */
/* Options of mmap(); no VMA flags. */
#ifndef _UAPI_LINUX_MMAN_H
#define _UAPI_LINUX_MMAN_H

#define MAP_SHARED 0x01
#define MAP_FIXED  0x10

#endif
