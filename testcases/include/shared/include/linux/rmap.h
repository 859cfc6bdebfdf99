/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef _LINUX_RMAP_H
#define _LINUX_RMAP_H

#include <linux/mm_types.h>

/* Collects the flags of all mappings of a folio; no VMA itself. */
struct folio_referenced_arg {
	int mapcount;
	int referenced;
	unsigned long vm_flags;
};

#endif
