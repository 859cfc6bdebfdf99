// SPDX-License-Identifier: GPL-2.0-only
/* The copy stayed with the word when the kernel went on to a bitmap. */
/* FOLDER: tools/testing/vma */
/* API: typed */
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
		vm_flags_t __vm_flags; /* EXPECT: mirror_drift: no member */
	};
	unsigned long vm_pgoff;
};

static inline void vm_flags_init(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma->__vm_flags = flags; /* EXPECT: mirror_drift */
}

static inline void vm_flags_set(struct vm_area_struct *vma, vm_flags_t flags)
{
	/* EXPECT-NEXT-LINE: mirror_drift: vma_start_write */
	vma->__vm_flags |= flags;
}
