// SPDX-License-Identifier: GPL-2.0-only
/* Constants of a driver with names like ours */
#include <linux/mm.h>

#define VM_CONTEXT_READ	 1
#define VM_CONTEXT_WRITE 2

struct gpu_context {
	unsigned long vm_flags;
};

bool context_is_writable(struct gpu_context *context)
{
	return context->vm_flags & VM_CONTEXT_WRITE &&
	       context->vm_flags & VM_CONTEXT_READ;
}
