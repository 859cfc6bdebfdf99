// SPDX-License-Identifier: GPL-2.0-only
/* A mask that is an enumerator in the copy, of another value. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

enum {
	VM_FRAME_EDGE = VM_READ | VM_WRITE, /* EXPECT: mirror_drift */
};
