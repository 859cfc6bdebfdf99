// SPDX-License-Identifier: GPL-2.0-only
/* Arguments in another order. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

vm_flags_t frame_replace(vm_flags_t flags, vm_flags_t set, vm_flags_t clear);

static inline vm_flags_t frame_freeze(vm_flags_t flags)
{
	/* EXPECT-NEXT-LINE: mirror_drift */
	return frame_replace(flags, VM_WRITE, VM_READ);
}
