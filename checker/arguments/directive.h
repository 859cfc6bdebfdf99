/* SPDX-License-Identifier: GPL-2.0-only */
/* The conditional directives of a text. */
#ifndef VMALINT_ARGUMENTS_DIRECTIVE_H
#define VMALINT_ARGUMENTS_DIRECTIVE_H

#include <glib.h>

enum directive_kind {
	DIRECTIVE_IF,	/* #if, #ifdef, #ifndef */
	DIRECTIVE_ELIF, /* and #elifdef, #elifndef of C23 */
	DIRECTIVE_ELSE,
	DIRECTIVE_ENDIF,
};

struct directive {
	enum directive_kind kind;
	gsize start, end;  /* bytes from its # to the end of its logical line */
	guint32 last_line; /* from 1, where it ends */
	char *condition; /* in the form of #if; "" for else and endif; owned */
	guint before;	 /* index of the branch before it; itself for an IF */
	gboolean is_guard; /* #ifndef NAME right before #define NAME */
};

/*
 * All conditional directives in order, as an array that frees its elements.
 * Comments are skipped; an #else or #endif without an #if is left out.
 */
GArray *directives_read(const char *text, gsize length);

#endif
