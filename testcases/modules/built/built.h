/* SPDX-License-Identifier: GPL-2.0-only */
/* API: const typed */
/* What a configure script has found out, and versions by other names. */
#include <linux/mm.h>
#include <linux/version.h>

#define BUILT_FLAGS_ARE_CONST 1
#define BUILT_BEFORE(a, b, c) (LINUX_VERSION_CODE < KERNEL_VERSION(a, b, c))

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
#define BUILT_NEW_AREAS
#endif
