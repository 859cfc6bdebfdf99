// SPDX-License-Identifier: GPL-2.0-only
/* A body that is a stub, in a copy without a file of stubs. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

static inline _Bool frame_is_hidden(vm_flags_t flags)
{
	return 0;
}

static inline void frame_hide(vm_flags_t *flags)
{
	(void)flags;
}
