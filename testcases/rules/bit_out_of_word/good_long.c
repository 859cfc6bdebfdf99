// SPDX-License-Identifier: GPL-2.0-only
/* Far numbers that are no flags, or of a long that is asked for its width */
#include <linux/mm.h>

struct area_owner {
	unsigned long features;
	u64 states;
};

bool area_feature(const struct area_owner *owner)
{
	return owner->features & (1UL << 33) || owner->states & (1ULL << 40);
}

bool area_wide(struct vm_area_struct *vma)
{
	if (!IS_ENABLED(CONFIG_64BIT))
		return false;
	return vma->vm_flags & (1UL << 33);
}

#ifdef CONFIG_64BIT
bool area_guarded(struct vm_area_struct *vma)
{
	return vma->vm_flags & BIT(35);
}
#endif

unsigned long area_page(struct vm_area_struct *vma, unsigned long address)
{
	return (address & ~(1UL << 40)) - vma->vm_start;
}
