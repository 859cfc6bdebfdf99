// SPDX-License-Identifier: GPL-2.0-only
/* A VMA that rested in a structure. */
/* API: const typed */
#include <linux/mm.h>

struct ring {
	struct vm_area_struct *vma;
};

void ring_keep(struct ring *ring)
{
	vm_flags_init(ring->vma, VM_READ); /* KNOWN-MISS: init_on_live */
}
