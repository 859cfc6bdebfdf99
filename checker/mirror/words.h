/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A C file as words of code, each with the conditions that it is under, and
 * apart from them its #define lines. Private to mirror/.
 */
#ifndef VMALINT_MIRROR_WORDS_H
#define VMALINT_MIRROR_WORDS_H

#include <glib.h>
#include <stdbool.h>

#include "text/lexer.h"

/* A word of code; operators are whole. The text belongs to the words. */
struct word {
	enum lex_kind kind;
	const char *text;
	guint32 line, column; /* from 1, in bytes */
	guint guard;	      /* index of a struct guard */
};

/* A branch of a conditional. */
struct guard {
	guint parent;	       /* the branch around it; 0: none */
	guint chain;	       /* the first branch of its conditional */
	const char *condition; /* "" of an #else */
	bool is_active;	       /* taken, if the one around it is */
};

/* A #define or #undef. */
struct define {
	bool is_undef;
	struct word name;
	bool has_parameters; /* then the body begins with them */
	GArray *body;	     /* struct word; owned */
};

/* A line that a merge has left, or an #include. */
struct mark {
	const char *text; /* what it names: "../mm/vma.c" */
	guint32 line, column;
	guint guard;
};

/* A file that was read. */
struct words {
	GStringChunk *strings;
	GArray *code;	  /* struct word */
	GArray *guards;	  /* struct guard; the first is none */
	GArray *defines;  /* struct define */
	GArray *includes; /* struct mark */
	GArray *markers;  /* struct mark */
};

/*
 * Reads a text. Settings (char * to its value, char *) decide conditions, with
 * what the text itself defines; what is in neither is not defined.
 */
struct words *words_read(const char *text, gsize length, GHashTable *settings);

/* Takes NULL. */
void words_free(struct words *words);

const struct guard *words_guard(const struct words *words, guint index);

/* True if a guard and all around it, up to the outer one, are active. */
bool words_is_active(const struct words *words, guint guard, guint outer);

/* True if a guard is the outer one or within it. */
bool words_is_within(const struct words *words, guint guard, guint outer);

/* True if no configuration has both. */
bool words_exclude(const struct words *words, guint a, guint b);

/* The conditions of a guard from the outermost on, each but an include guard's;
 * owned. */
char *words_conditions(const struct words *words, guint guard);

#endif
