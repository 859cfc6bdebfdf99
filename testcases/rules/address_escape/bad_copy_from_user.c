// SPDX-License-Identifier: GPL-2.0-only
/* User space fills the member. */
#include <linux/mm.h>
#include <linux/uaccess.h>

long area_ioctl(struct vm_area_struct *vma, const void __user *argument)
{
	/* EXPECT-NEXT-LINE: address_escape */
	return copy_from_user((void *)&vma->vm_flags, argument,
			      sizeof(vma->vm_flags));
}
