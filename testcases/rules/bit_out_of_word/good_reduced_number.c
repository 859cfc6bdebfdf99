// SPDX-License-Identifier: GPL-2.0-only
/* A number beyond a word is split into the word and the bit in it. */
#include <linux/mm.h>

struct area_set {
	unsigned long words[4];
	unsigned long end;
};

bool area_in_set(const struct area_set *set, const struct vm_area_struct *vma)
{
	const unsigned int nr = 70;

	if (vma->vm_end > set->end)
		return false;
	return set->words[nr / 64] & (1ULL << (nr % 64));
}
