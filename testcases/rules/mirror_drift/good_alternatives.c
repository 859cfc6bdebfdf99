// SPDX-License-Identifier: GPL-2.0-only
/* A copy that is like one of the alternatives. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

#define CONFIG_MMU

#ifdef CONFIG_MMU
static inline _Bool frame_soft(vm_flags_t flags)
{
	return flags & VM_IO;
}
#else
static inline _Bool frame_soft(vm_flags_t flags)
{
	return 0;
}
#endif
