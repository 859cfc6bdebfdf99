// SPDX-License-Identifier: GPL-2.0-only
/* What is advised: both flags and what takes them; nothing that is a fault. */
/* API: typed3 */
#include <linux/mm.h>

bool area_is_open(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: 'VM_READ | VM_WRITE' */
	return vma_test(vma, VM_READ | VM_WRITE);
}

bool area_is_odd(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_arithmetic */
	return vma_test(vma, VMA_IO_BIT | VMA_PFNMAP_BIT);
}

vma_flags_t area_bits(void)
{
	/* EXPECT-NEXT-LINE: mask_as_bit: 'VM_READ | VM_WRITE' */
	return mk_vma_flags(VM_READ | VM_WRITE);
}

bool area_grows(struct vm_area_struct *vma)
{
	return vma_test(vma, VM_GROWSUP); /* EXPECT: mask_as_bit */
}
