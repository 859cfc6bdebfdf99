/* SPDX-License-Identifier: GPL-2.0-only */
/* Sets of identifiers, asked for words of a text without a copy of them. */
#ifndef VMALINT_TEXT_NAME_SET_H
#define VMALINT_TEXT_NAME_SET_H

#include <glib.h>
#include <stdbool.h>

struct lex_token;

/* Longer identifiers are in no set; keeps look-ups on the stack. Bytes. */
enum { NAME_SET_LIMIT = 96 };

/* True if a set of char * has the identifier of these bytes. */
bool name_set_has(GHashTable *names, const char *start, gsize length);

/* The same for a token of a text. */
bool name_set_has_token(GHashTable *names, const struct lex_token *token);

#endif
