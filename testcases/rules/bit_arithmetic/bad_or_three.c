// SPDX-License-Identifier: GPL-2.0-only
/* Three numbers or-ed are one mistake; all are named. */
/* API: typed2 typed3 */
#include <linux/mm.h>

int area_mask(void)
{
	/* EXPECT-NEXT-LINE: bit_arithmetic: and 'VMA_EXEC_BIT' */
	return VMA_READ_BIT | VMA_WRITE_BIT | VMA_EXEC_BIT;
}
