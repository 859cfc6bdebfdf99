/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Positions of the protocol: lines and characters from 0, characters in bytes
 * or in UTF-16 units, as client and server have agreed. A byte that is no UTF-8
 * counts as one character.
 */
#ifndef VMALINT_LSP_POSITION_H
#define VMALINT_LSP_POSITION_H

#include <glib.h>
#include <jansson.h>

enum encoding { ENCODING_UTF16, ENCODING_UTF8 };

/* A text with the places at which its lines begin. */
struct lined_text {
	const char *text; /* borrowed */
	gsize length;
	GArray *starts; /* gsize */
};

void lined_text_init(struct lined_text *lined, const char *text, gsize length);
void lined_text_release(struct lined_text *lined);

/* The line (from 0) of a text, borrowed and not ended; empty beyond its end. */
const char *lined_text_line(const struct lined_text *lined, guint line,
			    gsize *ret_length);

/* The position of a line and a column in bytes, both from 1, as an object. */
json_t *position_of(const struct lined_text *lined, enum encoding encoding,
		    guint line, guint column);

/* The position of a byte of the text. */
json_t *position_of_offset(const struct lined_text *lined,
			   enum encoding encoding, gsize offset);

/* The column in bytes, from 1, of a character of a line. */
guint column_of(const struct lined_text *lined, enum encoding encoding,
		guint line, guint character);

/* {"start": .., "end": ..}; both are released into it. */
json_t *range_of(json_t *start, json_t *end);

#endif
