/* SPDX-License-Identifier: GPL-2.0-only */
/* The kernel's own: a mask that is an enumerator in the copy, of another value.
 */
/* FOLDER: include/linux */
#include <linux/mm.h>

#define VM_FRAME_EDGE (VM_READ | VM_EXEC)
