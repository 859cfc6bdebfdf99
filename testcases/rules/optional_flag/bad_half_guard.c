// SPDX-License-Identifier: GPL-2.0-only
/* A table entry with half the guard (fs/proc/task_mmu.c) */
#include <linux/log2.h>
#include <linux/mm.h>

static const char names[64][3] = {
#ifdef CONFIG_64BIT
	/* EXPECT-NEXT-LINE: optional_flag: the same guard */
	[ilog2(VM_DROPPABLE)] = "dp",
#endif
};

char area_letter(int i)
{
	return names[i][0];
}
