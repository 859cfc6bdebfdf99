/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a mask that is an enumerator in the copy, of the same
 * value. */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_CORE (VM_READ | VM_EXEC)
