// SPDX-License-Identifier: GPL-2.0-only
/* Code of the tests alone, that is a copy of nothing. */
/* FOLDER: tools/testing/vma */
typedef unsigned long vm_flags_t;

#define VM_READ	      0x00000001
#define VM_WRITE      0x00000002
#define VM_EXEC	      0x00000004
#define VM_IO	      0x00004000
#define VM_DONTEXPAND 0x00040000
#define VM_MIXEDMAP   0x10000000

static int nr_failed;

static _Bool test_frame_flags(vm_flags_t flags)
{
	if (flags & VM_IO)
		nr_failed++;
	return !(flags & VM_MIXEDMAP);
}

int run_frame_tests(void)
{
	return test_frame_flags(VM_READ | VM_WRITE);
}
