// SPDX-License-Identifier: GPL-2.0-only
/* A branch of #if in a body that the settings choose. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

static inline vm_flags_t frame_wide(vm_flags_t flags)
{
	flags |= VM_MIXEDMAP; /* EXPECT: mirror_drift */
	return flags;
}
