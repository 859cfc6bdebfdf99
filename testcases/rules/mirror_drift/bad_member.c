// SPDX-License-Identifier: GPL-2.0-only
/* A member with flags that lost its const, and one that left its union. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

struct frame_area {
	unsigned long start;
	vm_flags_t vm_flags;  /* EXPECT: mirror_drift: const */
	vm_flags_t old_flags; /* EXPECT: mirror_drift: in a union */
};
