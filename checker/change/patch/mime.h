/* SPDX-License-Identifier: GPL-2.0-only */
/* The header of a mail and what it says of its body; private to patch/. */
#ifndef VMALINT_PATCH_MIME_H
#define VMALINT_PATCH_MIME_H

#include <glib.h>
#include <stdbool.h>

enum mime_encoding { MIME_PLAIN, MIME_QUOTED, MIME_BASE64 };

/* A piece of text; borrowed. */
struct mime_text {
	const char *start, *end;
};

/* What a header says, of a mail or of a part of one. Strings are owned. */
struct mime_header {
	char *subject;	/* folded lines joined; "" if it has none */
	char *type;	/* "text/plain", in small letters; "" if not said */
	char *boundary; /* between parts; NULL: there are none */
	enum mime_encoding encoding;
	bool is_flowed;	  /* lines end softly at a blank (RFC 3676) */
	bool drops_space; /* and the blank is none of the text */
};

/*
 * Reads a header, which ends with an empty line, and moves `text` behind it.
 * False, with nothing moved, if the text does not begin with one;
 * mime_header_clear() either way.
 */
bool mime_read_header(struct mime_text *text, struct mime_header *ret_header);

void mime_header_clear(struct mime_header *header);

/*
 * Appends a body as it was written: decoded, its soft line ends undone, and of
 * several parts those that may hold a patch.
 */
void mime_append_body(GString *out, const struct mime_header *header,
		      struct mime_text body);

#endif
