// SPDX-License-Identifier: GPL-2.0-only
/* A table entry with the guard of the definition */
#include <linux/log2.h>
#include <linux/mm.h>

static const char names[64][3] = {
#if defined(CONFIG_64BIT) || defined(CONFIG_PPC32)
	[ilog2(VM_DROPPABLE)] = "dp",
#endif
};

char area_letter(int i)
{
	return names[i][0];
}
