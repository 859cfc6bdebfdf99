/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: flags that are set in the copy and cleared in the kernel.
 */
/* FOLDER: include/linux */
#include <linux/mm.h>

static inline vm_flags_t frame_close(vm_flags_t flags)
{
	flags &= ~VM_WRITE;
	return flags;
}
