/* SPDX-License-Identifier: GPL-2.0-only */
/* Bit operations on words in memory; only their shapes matter here. */
#ifndef _ASM_X86_BITOPS_H
#define _ASM_X86_BITOPS_H

#include <linux/types.h>

static __always_inline void set_bit(long nr, volatile unsigned long *addr)
{
	__atomic_fetch_or(addr + nr / BITS_PER_LONG,
			  1UL << (nr % BITS_PER_LONG), __ATOMIC_SEQ_CST);
}

static __always_inline void clear_bit(long nr, volatile unsigned long *addr)
{
	__atomic_fetch_and(addr + nr / BITS_PER_LONG,
			   ~(1UL << (nr % BITS_PER_LONG)), __ATOMIC_SEQ_CST);
}

static __always_inline void change_bit(long nr, volatile unsigned long *addr)
{
	__atomic_fetch_xor(addr + nr / BITS_PER_LONG,
			   1UL << (nr % BITS_PER_LONG), __ATOMIC_SEQ_CST);
}

static __always_inline bool arch_test_bit(long nr,
					  const volatile unsigned long *addr)
{
	return addr[nr / BITS_PER_LONG] >> (nr % BITS_PER_LONG) & 1;
}

static __always_inline bool test_and_set_bit(long nr,
					     volatile unsigned long *addr)
{
	bool was = arch_test_bit(nr, addr);

	set_bit(nr, addr);
	return was;
}

static __always_inline bool test_and_clear_bit(long nr,
					       volatile unsigned long *addr)
{
	bool was = arch_test_bit(nr, addr);

	clear_bit(nr, addr);
	return was;
}

static __always_inline void arch___set_bit(long nr,
					   volatile unsigned long *addr)
{
	addr[nr / BITS_PER_LONG] |= 1UL << (nr % BITS_PER_LONG);
}

static __always_inline void arch___clear_bit(long nr,
					     volatile unsigned long *addr)
{
	addr[nr / BITS_PER_LONG] &= ~(1UL << (nr % BITS_PER_LONG));
}

#endif
