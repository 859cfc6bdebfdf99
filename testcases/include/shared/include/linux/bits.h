/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef __LINUX_BITS_H
#define __LINUX_BITS_H

#ifdef CONFIG_64BIT
#define BITS_PER_LONG 64
#else
#define BITS_PER_LONG 32
#endif

#define BIT(nr) (1UL << (nr))

#endif
