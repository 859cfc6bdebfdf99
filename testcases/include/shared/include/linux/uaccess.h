/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef __LINUX_UACCESS_H__
#define __LINUX_UACCESS_H__

#include <linux/types.h>

unsigned long copy_from_user(void *to, const void __user *from,
			     unsigned long size);
unsigned long copy_to_user(void __user *to, const void *from,
			   unsigned long size);

#endif
