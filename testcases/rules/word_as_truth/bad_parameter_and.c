// SPDX-License-Identifier: GPL-2.0-only
/* && between a parameter of flags and a mask */
#include <linux/mm.h>

int area_apply(vm_flags_t vm_flags)
{
	return vm_flags && VM_LOCKED; /* EXPECT: word_as_truth: VM_LOCKED */
}
