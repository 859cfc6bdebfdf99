// SPDX-License-Identifier: GPL-2.0-only
/* Tables that are not meant to have all flags, and no tables. */
/* API: plain const */
/* TREE: include/trace/events/vma.h */

#define VM_ARCH_1 0x01000000
#ifdef CONFIG_ARM64
#define VM_BTI VM_ARCH_1
#endif
static const struct trace_print_flags few_names[] = {
	{ VM_READ, "read" },
	{ VM_WRITE, "write" },
	{ 0, NULL },
};
static const char few[64][3] = {
	[ilog2(VM_ARCH_1)] = "ar",
#ifdef CONFIG_ARM64
	[ilog2(VM_BTI)] = "bt",
#endif
#if VM_DROPPABLE
	[ilog2(VM_DROPPABLE)] = "dp",
#endif
};
static inline void show(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_IO)
		printk("io", VM_IO, "io");
	printk("%d", VM_IO);
}
