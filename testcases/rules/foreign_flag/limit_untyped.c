// SPDX-License-Identifier: GPL-2.0-only
/* Options in an untyped parameter of an exported function */
#include <linux/mm.h>

bool options_are_shared(unsigned long options)
{
	return options & VM_SHARED; /* KNOWN-MISS: foreign_flag */
}
