// SPDX-License-Identifier: GPL-2.0-only
/* A parameter that points to const. */
#include <linux/mm.h>

void show(const unsigned long *flags);
int compare(const void *a, const void *b, size_t size);

int area_show(struct vm_area_struct *vma, struct vm_area_struct *other)
{
	show(&vma->vm_flags);
	return compare(&vma->vm_flags, &other->vm_flags, sizeof(vma->vm_flags));
}
