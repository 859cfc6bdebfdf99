// SPDX-License-Identifier: GPL-2.0-only
/* Protections made of flags, one by one */
#include <linux/mm.h>
#include <uapi/linux/mman.h>

unsigned long area_protection(struct vm_area_struct *vma)
{
	unsigned long prot = 0;

	if (vma->vm_flags & VM_EXEC)
		prot |= PROT_EXEC;
	prot |= vma->vm_flags & VM_WRITE ? PROT_WRITE : 0;
	return prot | (vma->vm_flags & VM_READ ? PROT_READ : 0);
}
