/* SPDX-License-Identifier: GPL-2.0-only */
/* What the case of this name calls. */
int area_expand(struct mm_struct *mm, unsigned long pages,
		unsigned long vm_flags);
