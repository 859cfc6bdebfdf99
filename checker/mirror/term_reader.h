/* SPDX-License-Identifier: GPL-2.0-only */
/* Where the reading of terms is. Private to term_read.c and expressions.c. */
#ifndef VMALINT_MIRROR_TERM_READER_H
#define VMALINT_MIRROR_TERM_READER_H

#include <glib.h>
#include <stdbool.h>

#include "term.h"

/* Deeper than any code of people; what is deeper is no code to compare. */
enum { TERM_DEPTH_LIMIT = 200 };

struct word;

struct term_reader {
	struct terms *terms;
	const struct word *words;
	guint at, nr, depth;
	bool has_failed;
	/* Reads a block, which may stand in an expression. */
	struct term *(*read_block)(struct term_reader *reader);
};

/* The next word, or one behind it; "" at the end. */
const char *reader_peek(const struct term_reader *reader, guint ahead);
bool reader_is(const struct term_reader *reader, const char *text);
bool reader_is_name(const struct term_reader *reader, guint ahead);

/* Goes on if the next word is this one. */
bool reader_take(struct term_reader *reader, const char *text);
/* .. and fails if not. */
void reader_expect(struct term_reader *reader, const char *text);
/* True, from then on, if it cannot be read: nothing more is to be tried. */
bool reader_is_lost(struct term_reader *reader);
void reader_skip_attributes(struct term_reader *reader);

/* A term at the next word; one with a first child is at that. */
struct term *reader_make(struct term_reader *reader, enum term_kind kind,
			 const char *text);
struct term *reader_make_with(struct term_reader *reader, enum term_kind kind,
			      const char *text, struct term *child);

/* How many words from here on are a type; 0: none begins here. */
guint reader_type_length(const struct term_reader *reader);
const char *reader_take_type(struct term_reader *reader, guint length);

/* An initialiser; what is between commas; an expression; the same with "?". */
struct term *read_element(struct term_reader *reader);
struct term *read_assigning(struct term_reader *reader);
struct term *read_comma(struct term_reader *reader);
struct term *read_conditional(struct term_reader *reader);

#endif
