/* SPDX-License-Identifier: GPL-2.0-only */
/* Turns cursors into nodes, types and symbols of the facts. */
#ifndef VMALINT_PARSE_LOWER_H
#define VMALINT_PARSE_LOWER_H

#include <glib.h>
#include <stdbool.h>

#include "facts/facts.h"
#include "libclang.h"

/* Nodes nested deeper than this are dropped and their function is marked. */
enum { LOWER_DEPTH_LIMIT = 2000 };

struct view;

/* What lowering one unit needs to know. */
struct lowering {
	struct unit_facts *facts;
	CXTranslationUnit unit;
	CXFile file;		 /* the file whose code becomes facts */
	const char *root;	 /* of the tree, for relative paths */
	const struct view *view; /* of the tree */
	const GArray *unsaved;	 /* struct CXUnsavedFile: given to the parser */
	GArray *line_starts;  /* guint32: offsets in the file; filled on demand
			       */
	GHashTable *types;    /* guint64 key of a CXType -> index */
	GHashTable *symbols;  /* hash of a cursor -> index */
	GHashTable *paths;    /* CXFile -> path text */
	GHashTable *contents; /* CXFile -> GBytes */
	guint depth;
	bool too_deep;
};

/* The facts' own copy of a CXString, which is released. */
const char *lower_string(const struct lowering *lowering, CXString string);

/* Places; see code.h. A place inside a macro is that of the macro's use. */
struct code_place lower_extent(struct lowering *lowering, CXCursor cursor);
struct code_place lower_range(struct lowering *lowering, CXSourceRange range);
const char *lower_path(struct lowering *lowering, CXFile file);

/*
 * Fills in the place of a node and the macro whose body spells it, as it is
 * named in the lowered file: for `test_bit(VM_IO, p)` that is VM_IO for the
 * first argument; "" if no macro body does.
 */
void lower_place(struct lowering *lowering, CXCursor cursor, struct node *node);

/*
 * Fills in the origin of a constant: the innermost macro whose body spells it,
 * however deep it is nested. VM_IO for a flag in a driver's own macro.
 */
void lower_origin(struct lowering *lowering, CXCursor cursor,
		  struct node *node);

guint32 lower_type(struct lowering *lowering, CXType type);
guint32 lower_symbol(struct lowering *lowering, CXCursor declaration);

/*
 * The helper that an inline function of a module's header hands its VMA to, on
 * the way to others of them or at once; "" if it is none.
 */
const char *lower_wrapped(struct lowering *lowering, CXCursor declaration);

/* A node; good until the next one is made. */
struct node *lower_node_at(const struct lowering *lowering, guint32 index);

/* The operators of libclang as those of the facts. */
enum node_op lower_binary_operator(enum CXBinaryOperatorKind kind);
enum node_op lower_unary_operator(enum CXUnaryOperatorKind kind);

/* Makes an empty node for a cursor and returns its index. */
guint32 lower_new_node(struct lowering *lowering, enum node_kind kind,
		       CXCursor cursor);

/* Appends a child; *last is the last one so far, 0 at first. */
void lower_append(struct lowering *lowering, guint32 parent, guint32 *last,
		  guint32 child);

/* The direct children of a cursor; owned array of CXCursor. */
GArray *lower_children(CXCursor cursor);

/* A statement or an expression, with all that is in it. */
guint32 lower_statement(struct lowering *lowering, CXCursor cursor);
guint32 lower_expression(struct lowering *lowering, CXCursor cursor);

/* A local variable or a file-scope one with its initialiser. */
guint32 lower_variable(struct lowering *lowering, CXCursor cursor);

/* All functions and variables that the main file defines, into the facts. */
void lower_main_file(struct lowering *lowering);

/* The bytes of a file, as the parser sees them; NULL if it has none. */
const char *lower_file_text(const struct lowering *lowering, CXFile file,
			    gsize *ret_length);

#endif
