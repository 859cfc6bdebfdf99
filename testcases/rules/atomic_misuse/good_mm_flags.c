// SPDX-License-Identifier: GPL-2.0-only
/* The flags of the mm are bits, and atomic. */
#include <linux/mm.h>

void mm_mark(struct mm_struct *mm)
{
	set_bit(16, &mm->flags);
	clear_bit(17, &mm->flags);
}
