// SPDX-License-Identifier: GPL-2.0-only
/* The pointer to the word rested in a structure. */
/* API: typed2 typed3 */
#include <linux/mm.h>

struct walk {
	unsigned long *word;
};

void walk_mark(struct walk *walk, struct vm_area_struct *vma)
{
	walk->word = vma->flags.__vma_flags; /* EXPECT: private_access */
	*walk->word |= VM_IO; /* KNOWN-MISS: nonatomic_first_word */
}
