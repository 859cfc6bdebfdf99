// SPDX-License-Identifier: GPL-2.0-only
/* User space is told the flags. */
#include <linux/mm.h>
#include <linux/uaccess.h>

long area_ioctl(const struct vm_area_struct *vma, void __user *argument)
{
	return copy_to_user(argument, &vma->vm_flags, sizeof(vma->vm_flags));
}
