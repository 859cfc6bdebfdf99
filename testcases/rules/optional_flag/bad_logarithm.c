// SPDX-License-Identifier: GPL-2.0-only
/* A table entry without the guard of its flag */
#include <linux/log2.h>
#include <linux/mm.h>

static const char names[64][3] = {
	[ilog2(VM_SOFTDIRTY)] = "sd", /* EXPECT: optional_flag */
};

char area_letter(int i)
{
	return names[i][0];
}
