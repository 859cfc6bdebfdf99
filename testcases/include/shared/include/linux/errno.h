/* SPDX-License-Identifier: GPL-2.0-only */
/* Stand-in: the numbers that the cases return. */
#ifndef _LINUX_ERRNO_H
#define _LINUX_ERRNO_H

#define EPERM  1
#define EINTR  4
#define EAGAIN 11
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define EBUSY  16
#define ENODEV 19
#define EINVAL 22

#endif
