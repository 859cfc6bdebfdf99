/* SPDX-License-Identifier: GPL-2.0-only */
/* The functions of make that only handle text. Private to the reader. */
#ifndef VMALINT_ARGUMENTS_MAKEFILE_FUNCTIONS_H
#define VMALINT_ARGUMENTS_MAKEFILE_FUNCTIONS_H

#include <glib.h>
#include <stdbool.h>

struct makefile_scope;

/* An expansion under way. */
struct makefile_expansion {
	const struct makefile_scope *scope;
	GString *out;
	guint depth;
	/* Appends the expansion of a text. */
	void (*into)(struct makefile_expansion *expansion, const char *text);
};

/* The expansion of a text into one of its own; owned. */
char *makefile_expand_part(struct makefile_expansion *expansion,
			   const char *text);

/*
 * Appends what $(NAME TEXT) says, where the text is not expanded yet; false if
 * it is no function that only handles text.
 */
bool makefile_call_function(struct makefile_expansion *expansion,
			    const char *name, const char *text);

/*
 * Appends words with their end changed, as $(patsubst) does: a % in from and in
 * to is what the words have in its place; without one it is their end.
 */
void makefile_change_words(GString *out, const char *from, const char *to,
			   const char *words);

/*
 * makefile_word_functions.c: of the functions that take words one by one, how
 * many arguments the one of this name has, the last being the words; 0: none.
 */
guint makefile_word_arguments(const char *name);

/* Calls one of them with its arguments, expanded; "" for those it has not. */
void makefile_call_for_words(struct makefile_expansion *expansion,
			     const char *name, const char *first,
			     const char *second, const char *words);

#endif
