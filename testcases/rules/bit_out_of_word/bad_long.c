// SPDX-License-Identifier: GPL-2.0-only
/* Numbers of far bits in a long, in a file that kernels of 32 bits have, too */
/* API: const typed */
#include <linux/mm.h>

bool area_shifted(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word: where a long has 32 bits */
	return vma->vm_flags & (1UL << 33);
}

bool area_int(struct vm_area_struct *vma)
{
	/* EXPECT-NEXT-LINE: bit_out_of_word: does not reach */
	return vma->vm_flags & (1 << 33);
}

bool area_macro(struct vm_area_struct *vma)
{
	vm_flags_t wanted = BIT(34) | VM_IO; /* EXPECT: bit_out_of_word */

	return vma->vm_flags & wanted;
}

void area_set(struct vm_area_struct *vma)
{
	vm_flags_set(vma, BIT(36)); /* EXPECT: bit_out_of_word */
}

vm_flags_t area_without(vm_flags_t flags)
{
	flags &= ~BIT(37); /* EXPECT: bit_out_of_word */
	return flags;
}
