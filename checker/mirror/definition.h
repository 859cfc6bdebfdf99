/* SPDX-License-Identifier: GPL-2.0-only */
/* What a file defines and declares. Private to mirror/. */
#ifndef VMALINT_MIRROR_DEFINITION_H
#define VMALINT_MIRROR_DEFINITION_H

#include <glib.h>
#include <stdbool.h>

#include "words.h"

enum definition_kind {
	DEFINITION_FUNCTION,
	DEFINITION_PROTOTYPE,
	DEFINITION_MACRO,
	DEFINITION_ENUMERATOR,
	DEFINITION_RECORD, /* a struct or union with a tag */
	DEFINITION_TYPEDEF,
	DEFINITION_VARIABLE,
};

struct parameter {
	const char *name; /* "" without one; "..." */
	const char *type; /* with its stars; "" of a macro */
};

struct defined {
	enum definition_kind kind;
	struct word name;
	const struct file *file;
	bool is_function_like; /* of a macro */
	const char *type;      /* of a function: what it returns */
	GArray *parameters;    /* struct parameter; or NULL */
	GArray *body; /* struct word: between the braces, or behind the name */
	guint group;  /* of an enumerator: which enumeration of the file */
	guint behind; /* .. without a value: so many after .. */
	GArray *base; /* .. this value, of which body is none of its own */
	bool is_undefined; /* an #undef of the file ends it */
	guint nr;	   /* its place among those of the file */
};

/* A file that was read, with all that it defines. */
struct file {
	char *path; /* relative to the tree */
	char *text;
	struct words *words;
	GPtrArray *definitions; /* struct defined *, in order */
};

/* Takes the text. */
struct file *file_read(const char *path, char *text, gsize length,
		       GHashTable *settings);
void file_free(struct file *file);

/*
 * The words of a range that are there under a guard: those of its own branch
 * and, of conditionals within it, of the branches that are taken. Owned.
 */
GArray *file_words_under(const struct file *file, guint from, guint to,
			 guint guard);

#endif
