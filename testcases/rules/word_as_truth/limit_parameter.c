// SPDX-License-Identifier: GPL-2.0-only
/* A parameter that holds the whole word in all callers of other files */
#include <linux/mm.h>

int area_apply(vm_flags_t vm_flags)
{
	if (vm_flags) /* KNOWN-MISS: word_as_truth */
		return 1;
	return 0;
}
