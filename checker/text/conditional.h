/* SPDX-License-Identifier: GPL-2.0-only */
/* The conditional directives of a text, as chains of branches. */
#ifndef VMALINT_TEXT_CONDITIONAL_H
#define VMALINT_TEXT_CONDITIONAL_H

#include <glib.h>

enum conditional_kind {
	CONDITIONAL_IF,	  /* #if, #ifdef, #ifndef */
	CONDITIONAL_ELIF, /* and #elifdef, #elifndef of C23 */
	CONDITIONAL_ELSE,
	CONDITIONAL_ENDIF,
};

struct conditional {
	enum conditional_kind kind;
	gsize start, end;  /* bytes from its # to the end of its logical line */
	guint32 last_line; /* from 1, where it ends */
	char *condition; /* in the form of #if; "" for else and endif; owned */
	guint before;	 /* index of the branch before it; itself for an IF */
	gboolean is_guard; /* #ifndef NAME right before #define NAME */
};

/*
 * All conditional directives in order, as an array that frees its elements. An
 * #else or #endif without an #if is left out.
 */
GArray *conditionals_read(const char *text, gsize length);

#endif
