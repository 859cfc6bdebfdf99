// SPDX-License-Identifier: GPL-2.0-only
/* A cast drops the const of the VMA's pointer, not of its member. */
#include <linux/mm.h>

void area_touch(const struct vm_area_struct *vma)
{
	((struct vm_area_struct *)vma)->vm_private_data = NULL;
}
