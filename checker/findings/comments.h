/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Comments that allow what a rule would report:
 *
 *	vmalint: allow(rule, ..): why           the line, or the one below
 *	vmalint: allow-function(rule, ..): why  the function around or below
 *	vmalint: allow-file(rule, ..): why      the whole file
 *
 * The first, at a #define, is for all uses of the macro.
 */
#ifndef VMALINT_FINDINGS_COMMENTS_H
#define VMALINT_FINDINGS_COMMENTS_H

#include <glib.h>
#include <stdbool.h>

#include "base/path_kind.h"

struct report;
struct session;
struct view;

/* One comment. Strings are owned by it. */
struct suppression {
	unsigned int line, column; /* where it stands; from 1 */
	unsigned int first, last;  /* lines that it is for; first 0: none */
	char *macro;		   /* it stands at this one's definition */
	char **rules;		   /* names as written */
	char *reason;		   /* "" if it gives none */
	char *text;		   /* "allow-file(rule)", for messages; of a */
				   /* malformed one its first line */
	bool is_malformed;	   /* of no known form: it allows nothing */
	bool is_used;
};

/*
 * The comments of a C text that begin with "vmalint:", in order: struct
 * suppression *, owned.
 */
GPtrArray *suppressions_read(const char *text, gsize length);

/*
 * The same of a text in any language: in Rust a comment as in C, in a document
 * `.. vmalint: allow(..): why', which is for the block below it, and `# ..' in
 * bindgen's parameters.
 */
GPtrArray *suppressions_read_as(enum path_language language, const char *text,
				gsize length);

/* An empty array for such comments, which it frees. */
GPtrArray *suppressions_new(void);

/* An empty table of files and their comments; owned, and owns what is in it. */
GHashTable *suppressions_no_files(void);

/* What suppressions_apply() needs to know. */
struct suppress_request {
	const char *root;	 /* of the tree */
	const struct view *view; /* how its files are read; or NULL */
	bool is_whole;		 /* all users of all macros were looked at */
	bool (*is_enabled)(const void *context, const char *rule);
	const void *context;
	/* path -> GPtrArray * of comments; a path that is missing has none.
	 * NULL: they are read from the tree */
	GHashTable *comments;
};

/*
 * The comments of all files that suppressions_apply() would read for this
 * report, for request->comments; an owned table that owns all in it.
 */
GHashTable *suppressions_collect(const struct report *report,
				 const struct suppress_request *request);

/*
 * Takes what a comment allows out of a finished report, counts it there, and
 * records a notice for each comment that allows nothing.
 */
void suppressions_apply(struct session *session, struct report *report,
			const struct suppress_request *request);

#endif
