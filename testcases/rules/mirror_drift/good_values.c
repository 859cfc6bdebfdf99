// SPDX-License-Identifier: GPL-2.0-only
/* Constants that are written in another way. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	       0x00000001
#define VM_WRITE       0x00000002
#define VM_EXEC	       0x00000004
#define VM_IO	       0x00004000
#define VM_DONTEXPAND  0x00040000
#define VM_MIXEDMAP    0x10000000

#define VM_FRAME_TABLE 0x3UL
#define VM_FRAME_NONE  0x00000000

enum {
	VMA_FAST_BIT = 0xf,
	VMA_SLOW_BIT = VMA_FAST_BIT - 1,
};
