// SPDX-License-Identifier: GPL-2.0-only
/* Variables and parameters that are only called vm_flags. */
#include <linux/mm.h>

static int advise(unsigned long *vm_flags, int on)
{
	if (on)
		*vm_flags |= VM_MERGEABLE;
	else
		*vm_flags &= ~VM_MERGEABLE;
	return 0;
}

unsigned long advised(unsigned long vm_flags)
{
	vm_flags |= VM_HUGEPAGE;
	WRITE_ONCE(vm_flags, vm_flags & ~VM_NOHUGEPAGE);
	advise(&vm_flags, 1);
	return vm_flags;
}
