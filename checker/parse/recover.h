/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Guesses what a name in the head of a function stands for that no header
 * defines: for `HEAD(int) name(..) { .. }` the parser drops the function, and
 * the one behind it. Reads text alone.
 */
#ifndef VMALINT_PARSE_RECOVER_H
#define VMALINT_PARSE_RECOVER_H

#include <glib.h>
#include <stdbool.h>

struct parse_outcome;

enum recovery_kind {
	RECOVERED_AWAY,	     /* X int f(): for nothing */
	RECOVERED_CALL_AWAY, /* X(..) int f(): for nothing */
	RECOVERED_ARGUMENT,  /* X(int) f(), int X(f)(..): for its argument */
	RECOVERED_TYPE,	     /* X f(): for an integer */
};

/* A name that was guessed. */
struct recovered_name {
	char *name; /* owned */
	enum recovery_kind kind;
	guint32 line; /* of the head that it was found in */
};

/* What is known of a source that was parsed. */
struct recover_request {
	const char *text;
	gsize length;
	GHashTable *macros;  /* names of macros that it uses: keys char * */
	GHashTable *unknown; /* names that were taken for types: char * */
	/* Lines that its configuration leaves out are not looked at. */
	const struct parse_outcome *outcome;
};

/*
 * The names of a source, in its order: an owned array of struct recovered_name
 * that frees them. Names that the source itself tests or defines are left.
 */
GArray *recover_names(const struct recover_request *request);

/* The lines of #define that say so; owned, NULL if there are no names. */
char *recover_text(const GArray *names);

/* "'X' is defined nowhere; it was taken for its argument"; owned. */
char *recover_sentence(const struct recovered_name *name);

#endif
