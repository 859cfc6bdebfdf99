/* SPDX-License-Identifier: GPL-2.0-only */
/* The directives of a text, one after the other, under every condition. */
#ifndef VMALINT_TEXT_DIRECTIVE_H
#define VMALINT_TEXT_DIRECTIVE_H

#include <glib.h>
#include <stdbool.h>

#include "text/lexer.h"

enum directive_word {
	DIRECTIVE_OTHER, /* #error, #pragma, # alone and what is no directive */
	DIRECTIVE_IF,
	DIRECTIVE_IFDEF,
	DIRECTIVE_IFNDEF,
	DIRECTIVE_ELIF,
	DIRECTIVE_ELIFDEF, /* of C23, as the next one; clang has both in C17 */
	DIRECTIVE_ELIFNDEF,
	DIRECTIVE_ELSE,
	DIRECTIVE_ENDIF,
	DIRECTIVE_INCLUDE, /* and #import */
	DIRECTIVE_INCLUDE_NEXT,
	DIRECTIVE_DEFINE,
	DIRECTIVE_UNDEF,
};

/* One directive; its pointers are into the text. */
struct directive {
	enum directive_word word;
	const char *start; /* of its # */
	const char *rest;  /* behind its word */
	const char *end;   /* of its logical line: a line end, or the text's */
	guint32 line, last_line;
	bool is_behind_code; /* code stands between it and the one before */
};

/* Where a reader is; the text is borrowed. */
struct directive_reader {
	struct lexer lexer;
	const char *last_include; /* none begins behind it; NULL: not asked */
};

/* Begins at the start of a text, which may hold NULs. */
void directive_reader_init(struct directive_reader *reader, const char *text,
			   gsize length);

/* Reads the next directive; false at the end of the text. */
bool directive_next(struct directive_reader *reader,
		    struct directive *ret_directive);

/* True for #if, #else, #endif and their like. */
bool directive_is_conditional(const struct directive *directive);

/* True for #include, #include_next and #import. */
bool directive_is_include(const struct directive *directive);

/*
 * What stands behind the word of a directive: each comment as one blank,
 * without splices, and without blanks at its ends. Owned.
 */
char *directive_rest(const struct directive *directive);

/* The identifier that begins the rest of a directive; owned, or NULL. */
char *directive_name(const struct directive *directive);

/* What is between the quotes of its first string; owned, or NULL. */
char *directive_quoted(const struct directive *directive);

enum include_form {
	INCLUDE_NONE,	/* of another directive, or a broken one */
	INCLUDE_QUOTED, /* "name" */
	INCLUDE_ANGLED, /* <name> */
	INCLUDE_MACRO,	/* whatever a macro says */
};

/* What an #include names: a header; or the rest of the line, for a macro. */
struct include {
	enum include_form form;
	char *name;   /* owned; NULL if there is no form */
	bool is_next; /* not the one of this name that comes first */
};

/*
 * True for TRACE_INCLUDE(..): what a tracing header includes so is that header
 * itself; 2.6.29 to 7.x.
 */
bool include_is_of_trace(const struct include *include);

/* Reads the name in an #include. */
struct include directive_include(const struct directive *directive);

/*
 * The next #include of a text that has a form; the caller frees its name.
 * False at the end.
 */
bool include_next(struct directive_reader *reader, struct include *ret_include);

/* True if a text includes a header by just this name, without a splice. */
bool text_includes(const char *text, gsize length, const char *name);

#endif
