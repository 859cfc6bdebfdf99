// SPDX-License-Identifier: GPL-2.0-only
/* A mask that comes in a variable */
#include <linux/log2.h>
#include <linux/mm.h>

unsigned int access_number(bool is_code)
{
	vm_flags_t flags = VM_READ | VM_EXEC;

	return is_code ? ilog2(flags) : 0; /* KNOWN-MISS: many_as_one */
}
