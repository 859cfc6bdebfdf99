// SPDX-License-Identifier: GPL-2.0-only
/* Another flag's number behind a name that does not say so. */
/* API: typed */
/* TREE: include/linux/mm.h */

#define VM_NOTED INIT_VM_FLAG(IO) /* EXPECT: two_flags_one_bit: VM_IO */
