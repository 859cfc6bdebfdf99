// SPDX-License-Identifier: GPL-2.0-only
/* The gate area that an architecture builds at boot. */
/* API: const typed */
#include <linux/mm.h>

static struct vm_area_struct gate_area;

int gate_area_build(void)
{
	vma_init(&gate_area, NULL);
	gate_area.vm_start = 0x1000;
	gate_area.vm_end = 0x2000;
	vm_flags_init(&gate_area, VM_READ | VM_EXEC | VM_MAYREAD | VM_MAYEXEC);
	gate_area.vm_page_prot = vm_get_page_prot(VM_READ | VM_EXEC);
	return 0;
}
