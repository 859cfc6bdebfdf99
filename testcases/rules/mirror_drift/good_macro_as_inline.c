// SPDX-License-Identifier: GPL-2.0-only
/* A macro of the kernel that is an inline function in the copy, and the
 * reverse. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

static inline _Bool frame_is_shared(vm_flags_t flags)
{
	return flags & VM_MIXEDMAP;
}

#define frame_is_plain(mask) (!((mask) & (VM_MIXEDMAP | VM_IO)))

static inline void frame_drop(vm_flags_t *flags)
{
	*flags = *flags & ~VM_IO;
}
