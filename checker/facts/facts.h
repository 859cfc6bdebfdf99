/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Facts of one unit: the code as plain data (code.h) and what it does with VMA
 * flags. A fact says what the source says, never whether it is wrong.
 */
#ifndef VMALINT_FACTS_FACTS_H
#define VMALINT_FACTS_FACTS_H

#include <glib.h>
#include <stdbool.h>

#include "facts/code.h"
#include "facts/code_error.h"
#include "facts/flag_event.h"
#include "facts/helpers.h"
#include "facts/kinds/flag_test.h"
#include "facts/kinds/kinds.h"
#include "facts/paths/paths.h"

/* How the tree keeps VMA flags; see select.h. */
enum facts_api { FACTS_PLAIN, FACTS_CONST, FACTS_TYPED };

/* All of one unit; made by parse/, completed by facts_derive(). */
struct unit_facts {
	GStringChunk *strings;
	const char *path; /* main file */
	const char *arch;
	enum facts_api api;
	guint level;
	GHashTable *names;  /* flag names of the tree; borrowed */
	GHashTable *macros; /* macro used in the file -> path that defines it */
	GHashTable *defined; /* the same, and those of the module's headers */
	GArray *nodes;	     /* struct node */
	GArray *types;	     /* struct type */
	GArray *symbols;     /* struct symbol */
	GArray *parameters;  /* guint32: types of function parameters */
	GPtrArray *parameter_names; /* const char *: their names; or "" */
	GArray *parameter_symbols;  /* guint32: symbols of parameters */
	GArray *functions;	    /* struct function; 0 is none */
	GArray *parents; /* guint32: parent of each node; by facts_derive() */
	GHashTable *sources;	 /* pointer variable -> GArray of its values */
	GArray *events;		 /* struct flag_event, in source order */
	GArray *path_events;	 /* struct path_event of paths.h */
	GHashTable *path_newest; /* node -> its last event, from 1 */
	guint32 cut;	/* function whose paths were too much to follow; or 0 */
	GArray *kinds;	/* struct kind of each node; by facts_derive() */
	GArray *uses;	/* struct flag_use, in source order */
	GArray *errors; /* struct code_error: of the parse, about VMA flags */
	bool lacks_header; /* an #include found nothing */
	bool is_variant;   /* of a branch that its configuration leaves out */
	GArray *untyped;   /* guint32: symbols that hold masks, by flow alone */
	guint word_bits;   /* width of an unsigned long */
	guint parsed_bits; /* the same of the parse; a variant may be shorter */
	bool is_short_too; /* it is also built where that is 32, not 64 */
	bool is_long_only; /* it uses far bits, and is built where that is 64 */
	bool is_long_too;  /* it is also built where that is 64, not 32 */
	bool owns_flags;   /* the file defines flag helpers or the VMA */
	bool declares_vma; /* the file defines struct vm_area_struct */
	bool is_program;   /* it runs in user space: it has copies of its own */
	GHashTable *tests, *others; /* line -> kernel test; other_kernel.h */
	const char *text; /* the main file, as it is on disk; NUL-terminated */
	gsize text_length;
	char *text_buffer; /* owns text */
};

void facts_init(struct unit_facts *facts);
void facts_release(struct unit_facts *facts);

/* The test of the kernel, such as its version, that a line is under; or "". */
const char *facts_kernel_test(const struct unit_facts *facts, guint32 line);

/* Drops the code and the events, and keeps what the unit is about. */
void facts_clear(struct unit_facts *facts);

/* Gives back the memory of the code; strings and tests of the kernel stay. */
void facts_forget_code(struct unit_facts *facts);

/* The unit's own copy of a text. */
const char *facts_string(struct unit_facts *facts, const char *text);

const struct node *facts_node(const struct unit_facts *facts, guint32 index);
const struct type *facts_type(const struct unit_facts *facts, guint32 index);
const struct symbol *facts_symbol(const struct unit_facts *facts,
				  guint32 index);
const struct function *facts_function(const struct unit_facts *facts,
				      guint32 index);

/* The node that a node is a child of; 0 of the outermost. */
guint32 facts_parent(const struct unit_facts *facts, guint32 index);

/* The same, past conversions that nobody wrote. */
guint32 facts_written_parent(const struct unit_facts *facts, guint32 index);

/* What an expression is without the casts around it, written or not. */
guint32 facts_without_casts(const struct unit_facts *facts, guint32 index);

/* Index of the function, or file-scope initialiser, that holds a node; or 0. */
guint32 facts_function_of(const struct unit_facts *facts, guint32 index);

/* The n-th child of a node, from 0; or 0. */
guint32 node_child(const struct unit_facts *facts, guint32 index, guint nr);

/* Finds the flag events of all functions; call once, after the parse. */
void facts_derive(struct unit_facts *facts);

/* What an lvalue denotes; *ret_owner is the VMA's expression, or 0. */
enum storage facts_storage(const struct unit_facts *facts, guint32 index,
			   guint32 *ret_owner, bool *ret_is_indirect);

/* What a pointer value points to; *ret_owner as above. */
enum storage facts_points_to(const struct unit_facts *facts, guint32 index,
			     guint32 *ret_owner);

/* The name that a call is known by: its macro's, else its function's. */
const char *facts_callee_name(const struct unit_facts *facts, guint32 call);

/* The symbol of the function that a call names; 0 through a pointer. */
guint32 facts_callee(const struct unit_facts *facts, guint32 call);

/*
 * True if a function of this unit provably only reads what its nr-th
 * parameter points to.
 */
bool facts_only_reads(const struct unit_facts *facts, guint32 symbol, guint nr);

/*
 * The flag helper call of this tree that does what a store does, owned; NULL
 * if none fits. On a plain tree it is the call of Linux 6.3 and later.
 */
char *facts_replacement(const struct unit_facts *facts,
			const struct flag_event *event);
/*
 * Such a call as advice, with what does the same by the numbers of bits, if the
 * tree has that; owned.
 */
char *facts_advise_call(const struct unit_facts *facts,
			const struct flag_event *event, const char *call);
/* How to overwrite flags by it, or else, by the tree's locks; owned. */
char *facts_advise_overwrite(const struct unit_facts *facts, const char *call);

/*
 * The source text of a node with white space folded, in an owned string; ""
 * if it does not lie in the main file or is too long to quote.
 */
char *facts_source(const struct unit_facts *facts, guint32 index);

/* The same of any place. */
char *facts_place_source(const struct unit_facts *facts,
			 const struct code_place *at);

/* True if the tree has a flag helper or macro of this name. */
bool facts_tree_has(const struct unit_facts *facts, const char *name);

/* True if the tree's flag headers declare or call this function. */
bool facts_tree_calls(const struct unit_facts *facts, const char *name);

/* True if the tree marks its bitmap type __private (6.19 alone). */
bool facts_bitmap_is_private(const struct unit_facts *facts);

/* True if a type is the bitmap, vma_flags_t. */
bool facts_is_bitmap(const struct unit_facts *facts, guint32 type);

/* The bits that a bitmap of flags has here; those of a word without one. */
guint facts_bitmap_bits(const struct unit_facts *facts);

/* True if a bit beyond the 32nd is used, so that short words matter. */
bool facts_names_far_bits(const struct unit_facts *facts);

/* "vm_flags", "__vm_flags", .. : how the storage is spelled in this tree. */
const char *storage_name(enum storage storage);

/* The file that defines a macro which the main file uses; "" if unknown. */
const char *facts_macro_path(const struct unit_facts *facts, const char *name);

/* Prints the unit for --dump=facts; one line each, owned. */
char *facts_dump(const struct unit_facts *facts);

#endif
