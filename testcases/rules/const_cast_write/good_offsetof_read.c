// SPDX-License-Identifier: GPL-2.0-only
/* Reading at a computed address. */
#include <linux/mm.h>

unsigned long area_peek(const struct vm_area_struct *vma)
{
	const char *base = (const char *)vma;

	return *(const unsigned long *)(base + offsetof(struct vm_area_struct,
							vm_flags));
}
