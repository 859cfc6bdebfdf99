/* SPDX-License-Identifier: GPL-2.0-only */
/* What a function does with VMA flags, one thing at a time. */
#ifndef VMALINT_FACTS_FLAG_EVENT_H
#define VMALINT_FACTS_FLAG_EVENT_H

#include <glib.h>
#include <stdbool.h>

/* The part of a VMA that an expression denotes or points to. */
enum storage {
	STORAGE_NONE,
	STORAGE_WORD,	 /* vm_area_struct.vm_flags */
	STORAGE_PRIVATE, /* __vm_flags, or __vma_flags of any bitmap */
	STORAGE_BITMAP,	 /* vm_area_struct.flags of type vma_flags_t */
	STORAGE_VMA,	 /* a whole struct vm_area_struct */
};

enum flag_event_kind {
	FLAG_STORE,  /* the storage is written */
	FLAG_PASS,   /* its address goes into a call */
	FLAG_KEEP,   /* its address is stored where it outlives the statement */
	FLAG_RETURN, /* its address is returned */
	FLAG_TOUCH,  /* a private member is named at all */
	FLAG_COPY,   /* a whole structure is written */
};

/* What kind of callee takes an address. */
enum callee_class {
	CALLEE_OTHER,
	CALLEE_BIT_OP, /* test_bit() and its relatives */
	CALLEE_MEMORY, /* memcpy() and its relatives, as destination */
	CALLEE_PRINT,  /* formats its arguments */
	CALLEE_API,    /* a flag helper of the tree's headers */
};

/* One thing that a function does with VMA flags. */
struct flag_event {
	enum flag_event_kind kind;
	enum storage storage;
	guint32 node;	  /* the whole expression: assignment, call, .. */
	guint32 owner;	  /* expression of the VMA, if it is known; or 0 */
	guint32 value;	  /* what is stored; or 0 */
	guint32 op;	  /* enum node_op of the store */
	guint32 function; /* index of the enclosing function; or 0 */
	bool is_indirect; /* through a pointer or cast, not by the member */
	bool can_write;	  /* of an address: what takes it is not const */
	bool is_local;	  /* of a copy: the target is a variable itself */
	bool is_initialization; /* of a copy: the variable begins with it */
	enum callee_class callee;
	const char *callee_name; /* or "" */
};

#endif
