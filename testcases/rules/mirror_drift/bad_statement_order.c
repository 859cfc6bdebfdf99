// SPDX-License-Identifier: GPL-2.0-only
/* Two statements that changed places. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

vm_flags_t frame_sample(void);
void frame_lock(void);

static inline vm_flags_t frame_locked_flags(void)
{
	vm_flags_t flags;

	flags = frame_sample(); /* EXPECT: mirror_drift */
	frame_lock();
	return flags & VM_IO;
}
