/* SPDX-License-Identifier: GPL-2.0-only */
/* The body of a helper while it is read; private to helpers. */
#ifndef VMALINT_SELECT_HELPER_READING_H
#define VMALINT_SELECT_HELPER_READING_H

#include <glib.h>
#include <stdbool.h>

#include "helper_body.h"

/* What the flags of a parameter do to those of the first one. */
enum helper_role { HELPER_NOTHING, HELPER_SETS, HELPER_CLEARS, HELPER_BECOMES };

/* Tokens of the body: from, and up to. */
struct token_range {
	guint from, to;
};

/* A local that stands for a parameter. */
struct body_alias {
	const struct lex_token *name;
	guint parameter;
	bool is_pointer;
};

struct helper_reading {
	const struct helper *helper;
	GArray *aliases; /* struct body_alias */
	enum helper_role roles[HELPER_PARAMETERS];
	bool writes, locks, asserts;
	bool reads_own;	  /* of its flags some stay */
	bool writes_rest; /* .. of words behind the first */
	bool is_once, empties;
	bool checks_atomic, sets_bit, tests_bit, tests_all;
};

enum { NO_PARAMETER = HELPER_PARAMETERS };

const struct lex_token *reading_token(const struct helper_reading *reading,
				      guint i);

/* True if the token is this; false behind the last one. */
bool reading_is(const struct helper_reading *reading, guint i,
		const char *text);
bool reading_is_name(const struct helper_reading *reading, guint i);

/*
 * The parameter, from 0, that a token names or stands for; NO_PARAMETER if
 * none: behind "->" a name is a field.
 */
guint reading_parameter(const struct helper_reading *reading, guint i);

/* True if a range names the first parameter; *ret_at is where. */
bool reading_names_owner(const struct helper_reading *reading,
			 struct token_range range, guint *ret_at);

/* .. or its flags: `vma->flags.__vma_flags', `*bitmap', the bitmap itself. */
bool reading_names_flags(const struct helper_reading *reading,
			 struct token_range range);

/* True if a token of a range stands behind a "~". */
bool reading_is_complement(const struct helper_reading *reading,
			   struct token_range range, guint i);

/* Behind the parenthesis or bracket that closes the one at i. */
guint reading_behind(const struct helper_reading *reading, guint i);

/*
 * The arguments of a call whose parenthesis opens at i, HELPER_PARAMETERS at
 * most; returns how many.
 */
guint reading_arguments(const struct helper_reading *reading, guint i,
			struct token_range *ret_arguments);

/* `[1]', `[i]': behind the first word. */
bool reading_is_behind_first(const struct helper_reading *reading,
			     struct token_range range);

/* `*flags', `vma->flags' as all words at once. */
bool reading_is_whole(const struct helper_reading *reading,
		      struct token_range range);

#endif
