/* SPDX-License-Identifier: GPL-2.0-only */
/* What the case of this name calls. */
struct mm_struct;
struct area_calls {
	void (*charge)(struct mm_struct *mm, vm_flags_t flags);
};

extern const struct area_calls area_ops;

void area_charge(struct mm_struct *mm, vm_flags_t flags);
