/* SPDX-License-Identifier: GPL-2.0-only */
/* What may be rows of a table, and of what. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_TABLE_READER_H
#define VMALINT_FACTS_SHADOWS_TABLE_READER_H

#include <glib.h>
#include <stdbool.h>

#include "text/lexer.h"

struct guards;

enum item_kind {
	ITEM_ROW,     /* a flag and a name */
	ITEM_CALL,    /* of a macro with both: it may make a row of them */
	ITEM_PASTE,   /* of a macro with one word, out of which it makes both */
	ITEM_INCLUDE, /* a macro's name alone: it may have rows */
};

struct item {
	enum item_kind kind;
	char *macro, *flag, *name;
	const char *guard; /* of the reader */
	guint32 line, column, end_column;
};

/* A macro, initialiser or call that may be a table. */
struct holder {
	char *name;
	const char *guard; /* of its first token; of the reader */
	char *fill;
	GPtrArray *parameters; /* char *; NULL: it is no macro with some */
	GArray *items;	       /* struct item */
	bool is_macro, has_designators;
	bool makes_rows;       /* a macro whose body has a brace */
	char *prefix, *suffix; /* of a name that it pastes; or NULL */
	bool is_part;	       /* another one includes it */
	guint32 line, column, end_column;
};

struct table_reader {
	const char *path, *text;
	GStringChunk *strings;
	guint nr_items; /* so far, of all holders */
	guint nr_steps; /* taken to put tables together */
	struct guards *guards;
	GArray *tokens;	    /* struct lex_token */
	guint at;	    /* index of the token at hand */
	GPtrArray *holders; /* struct holder *, in their order */
	GHashTable *macros; /* name -> GPtrArray * of struct holder * */
	struct holder *open, *around; /* that of a macro inside of another */
	guint depth;		      /* of braces inside of an initialiser */
	const struct lex_token *call; /* the last word before a parenthesis */
};

/* Finds the holders of a text; path and text are borrowed. */
void table_reader_read(struct table_reader *reader, const char *path,
		       const char *text, gsize length);
void table_reader_release(struct table_reader *reader);

#endif
