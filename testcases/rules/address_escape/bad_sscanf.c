// SPDX-License-Identifier: GPL-2.0-only
/* A variadic function that is no print function. */
#include <linux/mm.h>

int area_parse(struct vm_area_struct *vma, const char *text)
{
	return sscanf(text, "%lx", &vma->vm_flags); /* EXPECT: address_escape */
}
