/* SPDX-License-Identifier: GPL-2.0-only */
/* What bodies do to the VMA that is their parameter; private to setters. */
#ifndef VMALINT_SELECT_VMA_BODIES_H
#define VMALINT_SELECT_VMA_BODIES_H

#include <glib.h>
#include <stdbool.h>

/* Something that a function does to the VMA that is its parameter. */
struct vma_call {
	char *callee;	  /* "" of a store */
	GPtrArray *flags; /* char *: flags named beside the VMA */
	bool is_absent;	  /* only where these flags are not set, or in a loop */
};

struct vma_function {
	char *name;
	bool is_static;	  /* of a C file: it has no callers elsewhere */
	GPtrArray *calls; /* struct vma_call */
	bool is_marked;
};

/* All that was read; of setters.h. */
struct setters {
	GPtrArray *functions; /* struct vma_function */
	GHashTable *bodies;   /* macro -> GPtrArray of flags in its body */
};

#endif
