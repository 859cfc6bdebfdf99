// SPDX-License-Identifier: GPL-2.0-only
/* Other names, braces, parentheses and comments. */
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

static vm_flags_t frame_limit(struct vm_area_struct *area, vm_flags_t given)
{
	unsigned long *first = &given;
	vm_flags_t without;

	without = (VM_MIXEDMAP | VM_IO); /* the same */
	if ((area->vm_pgoff) != 0) {
		*first = ((given) & (~without));
	}
	return first[0];
}
