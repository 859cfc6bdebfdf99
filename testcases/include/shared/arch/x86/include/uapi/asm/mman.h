/* SPDX-License-Identifier: GPL-2.0-only */
/* The architecture adds nothing to the generic mmap constants. */
#ifndef _UAPI_ASM_X86_MMAN_H
#define _UAPI_ASM_X86_MMAN_H

#include <uapi/linux/mman.h>

#endif
