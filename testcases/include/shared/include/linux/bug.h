/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef _LINUX_BUG_H
#define _LINUX_BUG_H

#include <linux/compiler.h>

#define BUG_ON(condition)                 \
	do {                              \
		if (unlikely(condition))  \
			__builtin_trap(); \
	} while (0)
#define VM_BUG_ON(condition)	   BUG_ON(condition)
#define WARN_ON_ONCE(condition)	   unlikely(condition)
#define VM_WARN_ON_ONCE(condition) ((void)WARN_ON_ONCE(condition))

#endif
