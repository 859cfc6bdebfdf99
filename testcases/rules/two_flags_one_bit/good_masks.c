// SPDX-License-Identifier: GPL-2.0-only
/* Masks of several flags, and constants of no flag. */
/* API: plain const */
/* TREE: include/linux/mm.h */

#define VM_BOTH		    (VM_IO | VM_PFNMAP)
#define VM_SAME_BOTH	    (VM_PFNMAP | VM_IO)
#define VM_UNMAPPED_AREA_UP 1
#define VM_FAULT_NOTHING    0x4000
