/* SPDX-License-Identifier: GPL-2.0-only */
/* What the case of this name calls. */
struct area_calls {
	void *(*map)(unsigned long size, unsigned long vm_flags);
};

extern const struct area_calls area_ops;

void *area_node(unsigned long size, unsigned long vm_flags, int node);
