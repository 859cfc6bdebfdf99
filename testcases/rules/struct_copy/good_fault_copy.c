// SPDX-License-Identifier: GPL-2.0-only
/* Structs that point to a VMA may be copied. */
#include <linux/mm.h>

vm_fault_t driver_fault(struct vm_fault *vmf)
{
	struct vm_fault copy = *vmf;
	struct vm_fault other;

	memcpy(&other, vmf, sizeof(other));
	other = copy;
	return other.vma ? VM_FAULT_NOPAGE : VM_FAULT_SIGBUS;
}
