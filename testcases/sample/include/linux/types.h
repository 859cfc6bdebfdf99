/* SPDX-License-Identifier: GPL-2.0-only */
/* Kernel-internal basic types. */
#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H

#include <uapi/linux/types.h>

#include <linux/bits.h>
#include <linux/stddef.h>

typedef _Bool bool;
enum { false = 0, true = 1 };

typedef __u32 u32;
typedef __u64 u64;
typedef __SIZE_TYPE__ size_t;
typedef unsigned long uintptr_t;

#endif
