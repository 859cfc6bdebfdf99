/* SPDX-License-Identifier: GPL-2.0-only */
/* A function of the flag API as tokens; private to helpers. */
#ifndef VMALINT_SELECT_HELPER_BODY_H
#define VMALINT_SELECT_HELPER_BODY_H

#include <glib.h>
#include <stdbool.h>

#include "text/lexer.h"

/* No helper of 6.3 to 7.1 has more than 3, nor a quarter of these tokens. */
enum { HELPER_PARAMETERS = 4, HELPER_TOKENS = 1024 };

enum helper_type {
	HELPER_OTHER,
	HELPER_VMA,
	HELPER_BITMAP,
	HELPER_DESCRIPTOR,
	HELPER_BIT,
	HELPER_WORD,
};

struct helper_parameter {
	struct lex_token name;
	enum helper_type type;
	bool is_pointer, is_const;
};

struct helper {
	GHashTable *names; /* what is learned, and what is known of callees */
	struct lex_token name;
	struct helper_parameter parameters[HELPER_PARAMETERS];
	guint nr_parameters;
	GArray *body; /* struct lex_token, without directives */
};

/* Adds what the body does to the names, as helpers.h says. */
void helper_learn(const struct helper *helper);

#endif
