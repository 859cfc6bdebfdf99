/* SPDX-License-Identifier: GPL-2.0-only */
/* As in the kernel since 6.0: macros that ask first what is constant. */
#ifndef _LINUX_BITOPS_H
#define _LINUX_BITOPS_H

#include <linux/bits.h>
#include <linux/types.h>

#include <asm/bitops.h>

#define call_bit(name, nr, addr)                                  \
	((__builtin_constant_p(nr) &&                             \
	  __builtin_constant_p((unsigned long)(addr) != 0) &&     \
	  __builtin_constant_p(*(const unsigned long *)(addr))) ? \
		 arch_##name(nr, addr) :                          \
		 arch_##name(nr, addr))

#define test_bit(nr, addr)    call_bit(test_bit, nr, addr)
#define __set_bit(nr, addr)   call_bit(__set_bit, nr, addr)
#define __clear_bit(nr, addr) call_bit(__clear_bit, nr, addr)

#endif
