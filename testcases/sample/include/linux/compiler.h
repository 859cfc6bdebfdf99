/* SPDX-License-Identifier: GPL-2.0-only */
/* Accesses that the compiler may neither tear nor repeat. */
#ifndef __LINUX_COMPILER_H
#define __LINUX_COMPILER_H

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define WRITE_ONCE(x, val)                           \
	do {                                         \
		*(volatile typeof(x) *)&(x) = (val); \
	} while (0)

/* Only the race detector makes something of these. */
#define data_race(expr)		     (expr)
#define ASSERT_EXCLUSIVE_WRITER(var) ((void)&(var))

#define likely(x)		     __builtin_expect(!!(x), 1)
#define unlikely(x)		     __builtin_expect(!!(x), 0)

#endif
