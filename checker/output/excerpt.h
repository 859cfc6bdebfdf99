/* SPDX-License-Identifier: GPL-2.0-only */
/* The source line under a finding, with its marks; private to output/. */
#ifndef VMALINT_OUTPUT_EXCERPT_H
#define VMALINT_OUTPUT_EXCERPT_H

#include <glib.h>

struct place;
struct view;

/*
 * The file that was read last, and how far. Lines are asked for in the order
 * of a finished report, so each file is read and walked once.
 */
struct source {
	const char *root;	 /* of the tree; borrowed */
	const struct view *view; /* through which it is read; or NULL */
	char *path;
	char *bytes; /* NULL if it could not be read */
	gsize length;
	gsize offset; /* where line begins */
	unsigned int line;
};

void source_init(struct source *source, const char *root,
		 const struct view *view);
void source_release(struct source *source);

/*
 * Appends the line of a place and below it a caret and tildes; marks_on and
 * marks_off stand around these. Appends nothing if there is no such line: the
 * finding is said already.
 */
void excerpt_append(GString *out, struct source *source, const struct place *at,
		    const char *marks_on, const char *marks_off);

#endif
