// SPDX-License-Identifier: GPL-2.0-only
/* A table entry with the guard of its flag */
#include <linux/log2.h>
#include <linux/mm.h>

static const char names[64][3] = {
	[ilog2(VM_READ)] = "rd",
#ifdef CONFIG_MEM_SOFT_DIRTY
	[ilog2(VM_SOFTDIRTY)] = "sd",
#endif
};

char area_letter(int i)
{
	return names[i][0];
}
