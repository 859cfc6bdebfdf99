/* SPDX-License-Identifier: GPL-2.0-only */
/* The number of the highest bit that is set. */
#ifndef _LINUX_LOG2_H
#define _LINUX_LOG2_H

#include <linux/types.h>

int __ilog2_u64(u64 n);

#define ilog2(n) \
	(__builtin_constant_p(n) ? 63 - __builtin_clzll(n) : __ilog2_u64(n))

#endif
