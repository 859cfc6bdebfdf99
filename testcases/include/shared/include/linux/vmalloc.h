/* SPDX-License-Identifier: GPL-2.0-only */
/* Flags of kernel mappings: same prefix, another namespace. */
#ifndef _LINUX_VMALLOC_H
#define _LINUX_VMALLOC_H

#include <linux/types.h>

#define VM_IOREMAP 0x00000001
#define VM_ALLOC   0x00000002
#define VM_USERMAP 0x00000008

struct vm_struct {
	struct vm_struct *next;
	void *addr;
	unsigned long size;
	unsigned long flags;
};

struct vm_struct *get_vm_area(unsigned long size, unsigned long flags);
void *__vmalloc_node_range(unsigned long size, gfp_t gfp,
			   unsigned long vm_flags);

#endif
