// SPDX-License-Identifier: GPL-2.0-only
/* The number of one flag */
#include <linux/log2.h>
#include <linux/mm.h>

unsigned int access_number(void)
{
	return ilog2(VM_EXEC);
}
