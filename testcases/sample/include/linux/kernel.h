/* SPDX-License-Identifier: GPL-2.0-only */
/* What nearly every file needs. */
#ifndef _LINUX_KERNEL_H
#define _LINUX_KERNEL_H

#include <linux/compiler.h>
#include <linux/printk.h>
#include <linux/types.h>

#define ENOMEM 12
#define EINVAL 22

void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);

#endif
