/* SPDX-License-Identifier: GPL-2.0-only */
/* Copies of the kernel's helpers, for tests in user space. */
typedef unsigned long vm_flags_t;

struct vm_area_struct {
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __vm_flags;
	};
};

#define ACCESS_PRIVATE(p, member) ((p)->member)

void vma_start_write(struct vm_area_struct *vma);

static inline void vm_flags_clear(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma_start_write(vma);
	ACCESS_PRIVATE(vma, __vm_flags) &= flags;
}
