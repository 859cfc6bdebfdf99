// SPDX-License-Identifier: GPL-2.0-only
/* The call that marks a VMA as written to is never harmless. */
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

void vm_flags_init(struct vm_area_struct *vma, vm_flags_t flags);

static inline void vma_start_write(struct vm_area_struct *vma)
{
	(void)vma;
}

/* EXPECT-NEXT-LINE: mirror_drift: lacks 'vma_start_write(vma)' */
static inline void frame_dirty(struct vm_area_struct *vma, vm_flags_t flags)
{
	vm_flags_init(vma, flags);
}
