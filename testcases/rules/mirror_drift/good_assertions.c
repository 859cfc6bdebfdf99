// SPDX-License-Identifier: GPL-2.0-only
/* Assertions and calls of stubs that do nothing are left out. */
/* FOLDER: tools/testing/vma */
/* API: const */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

struct vm_area_struct {
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __vm_flags;
	};
	unsigned long vm_pgoff;
};

static inline void frame_trace(void)
{
}

static inline vm_flags_t frame_take(struct vm_area_struct *vma)
{
	frame_trace();
	if (vma->vm_flags & VM_IO)
		return 0;
	return vma->vm_flags;
}
