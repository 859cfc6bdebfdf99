/* SPDX-License-Identifier: GPL-2.0-only */
/* Attributes that every file may use without including anything. */
#ifndef __LINUX_COMPILER_TYPES_H
#define __LINUX_COMPILER_TYPES_H

/* Only sparse makes something of these. */
#define __user
#ifdef __CHECKER__
#define __force	  __attribute__((force))
#define __bitwise __attribute__((bitwise))
#else
#define __force
#define __bitwise
#endif
#define __private
#define ACCESS_PRIVATE(p, member) ((p)->member)

#define __always_inline		  inline __attribute__((__always_inline__))
#define __printf(a, b)		  __attribute__((__format__(printf, a, b)))
#define __maybe_unused		  __attribute__((__unused__))
#define noinline		  __attribute__((__noinline__))

#endif
