/* SPDX-License-Identifier: GPL-2.0-only */
/* Errors that are about VMA flags: code that was written for another kernel. */
#ifndef VMALINT_FACTS_CODE_ERROR_H
#define VMALINT_FACTS_CODE_ERROR_H

#include <glib.h>
#include <stdbool.h>

#include "facts/code.h"

enum code_error_kind {
	CODE_ERROR_MEMBER, /* `record` has no member `name` */
	CODE_ERROR_TYPE, /* `from` stands where `to` is wanted; either or "" */
	CODE_ERROR_NAME, /* `name` is declared nowhere: no function, though */
	CODE_ERROR_CALL, /* the same of a function that is called */
};

/* One of them, in the main file. Strings belong to the facts. */
struct code_error {
	enum code_error_kind kind;
	struct code_place at; /* of the name or the value */
	const char *name, *record, *from, *to;
};

/*
 * True if an error tells that the tree keeps VMA flags otherwise than the code
 * takes for granted. Such errors cost no line: rules report them.
 */
bool code_error_is_of_flags(const struct unit_facts *facts,
			    const struct code_error *error);

/*
 * The next error of the unit, from index *next on, which then is that behind
 * it; borrowed, NULL at the end. A branch that the configuration leaves out has
 * none: what does not compile there is for another kernel.
 */
const struct code_error *code_error_next(const struct unit_facts *facts,
					 guint *next);

/* True if a spelled type is the bitmap, "vma_flags_t", const or not. */
bool is_bitmap_spelling(const char *spelling);

/* What stands at the place, white space folded; owned. */
char *code_error_source(const struct unit_facts *facts,
			const struct code_error *error);

/* Adds the calls of helpers that nothing declares; by facts_derive(). */
void code_errors_find_calls(struct unit_facts *facts);

/* The function around the place; 0 if there is none. */
guint32 code_error_function(const struct unit_facts *facts,
			    const struct code_error *error);

/* The expression right at the place; 0 if the parser has kept none. */
guint32 code_error_node(const struct unit_facts *facts,
			const struct code_error *error);

#endif
