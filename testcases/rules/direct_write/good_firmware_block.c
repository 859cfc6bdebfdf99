// SPDX-License-Identifier: GPL-2.0-only
/* A firmware block and a trace record with a member called vm_flags. */
#include <linux/mm.h>

struct boot_block {
	u8 length;
	struct {
		u8 vm_flags;
		u8 parameters[64];
	} loader;
};

struct fault_record {
	unsigned long address;
	unsigned long vm_flags;
};

void boot_prepare(struct boot_block *block)
{
	block->loader.vm_flags |= 0x80;
	block->loader.vm_flags &= (u8)~0x40;
}

void fault_record_fill(struct fault_record *record, struct vm_fault *vmf)
{
	record->address = vmf->address;
	record->vm_flags = vmf->vma->vm_flags;
}
