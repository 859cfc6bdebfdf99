/* SPDX-License-Identifier: GPL-2.0-only */
/* The sources that a report speaks of, line by line; private to output/. */
#ifndef VMALINT_OUTPUT_SOURCE_H
#define VMALINT_OUTPUT_SOURCE_H

#include <glib.h>
#include <stdbool.h>

struct output_context;
struct place;
struct view;

/*
 * The file that was read last, and how far. Lines are asked for in the order
 * of a finished report, so each file is read and walked once.
 */
struct source {
	const char *root; /* of the tree; borrowed */
	GHashTable
		*chosen; /* paths to show outside of the tree, too; or NULL */
	const struct view *view; /* through which it is read; or NULL */
	char *path;
	char *bytes; /* NULL if it could not be read */
	gsize length;
	gsize offset; /* where line begins */
	unsigned int line;
	GPtrArray *hashes; /* of source_line_hash(), or NULL */
};

/* A part of one line; columns count characters from 1, end is exclusive. */
struct region {
	unsigned int line, column, end_column;
};

void source_init(struct source *source, const struct output_context *context);
void source_release(struct source *source);

/*
 * Finds a line, without its end (LF, CR LF, CR); false if the file cannot be
 * read or is shorter. The text is good until the next call.
 */
bool source_line(struct source *source, const char *path, unsigned int line,
		 const char **ret_text, gsize *ret_length);

/*
 * The part of a place that is on its first line, in characters. What cannot
 * be read is taken to have one byte to a character.
 */
struct region source_region(struct source *source, const struct place *at);

/*
 * Turns a range of bytes, as an edit has it, into a place with columns in
 * bytes; false if the file cannot be read or is shorter.
 */
bool source_place(struct source *source, const char *path, gsize offset,
		  gsize length, struct place *ret_place);

/*
 * What GitHub's upload action takes for the identity of a line; NULL if there
 * is no such line.
 */
const char *source_line_hash(struct source *source, const char *path,
			     unsigned int line);

#endif
