/* SPDX-License-Identifier: GPL-2.0-only */
/* Stands for what a configure script found out by compiling small files. */
#include <linux/mm.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
#define HAVE_VM_FLAGS_SET 1
#define FEATURES_VM_FLAGS_CONST_PRESENT
#endif
