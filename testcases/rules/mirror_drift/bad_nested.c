// SPDX-License-Identifier: GPL-2.0-only
/* A helper of a helper that does something else. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

/* EXPECT-NEXT-LINE: mirror_drift: VM_READ */
#define frame_inner_mask() (VM_IO)

static inline _Bool frame_outer(vm_flags_t flags)
{
	return flags & frame_inner_mask();
}
