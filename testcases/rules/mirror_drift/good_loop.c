// SPDX-License-Identifier: GPL-2.0-only
/* A loop with its variable declared inside. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

static inline void frame_every(unsigned long *w, int count)
{
	for (int k = 0; k < count; ++k) {
		w[k] = w[k] & ~VM_IO;
	}
}
