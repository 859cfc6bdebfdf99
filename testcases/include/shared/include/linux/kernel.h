/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef _LINUX_KERNEL_H
#define _LINUX_KERNEL_H

#include <linux/bitops.h>
#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/printk.h>
#include <linux/types.h>

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

#define ENOENT		  2
#define ENOMEM		  12
#define EINVAL		  22

/* The number of arguments, up to eight. */
#define __COUNT_ARGS(_1, _2, _3, _4, _5, _6, _7, _8, n, ...) n
#define COUNT_ARGS(...)					     __COUNT_ARGS(__VA_ARGS__, 8, 7, 6, 5, 4, 3, 2, 1, 0)

int sscanf(const char *text, const char *format, ...);

#endif
