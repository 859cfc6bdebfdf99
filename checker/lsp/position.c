// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/position.h"

#include <string.h>

void lined_text_init(struct lined_text *lined, const char *text, gsize length)
{
	gsize start = 0;

	lined->text = text;
	lined->length = length;
	lined->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_array_append_val(lined->starts, start);
	while (start < length) {
		const char *end = memchr(text + start, '\n', length - start);

		if (!end)
			break;
		start = (gsize)(end - text) + 1;
		g_array_append_val(lined->starts, start);
	}
}

void lined_text_release(struct lined_text *lined)
{
	g_array_free(lined->starts, TRUE);
}

const char *lined_text_line(const struct lined_text *lined, guint line,
			    gsize *ret_length)
{
	gsize start, end;

	if (line >= lined->starts->len) {
		*ret_length = 0;
		return lined->text + lined->length;
	}
	start = g_array_index(lined->starts, gsize, line);
	end = line + 1 < lined->starts->len ?
		      g_array_index(lined->starts, gsize, line + 1) - 1 :
		      lined->length;
	*ret_length = end - start;
	return lined->text + start;
}

/* The length of the character at p, and how many units of UTF-16 it has. */
static gsize read_character(const char *p, gsize left, guint *ret_units)
{
	gunichar c = g_utf8_get_char_validated(p, (gssize)MIN(left, 6));

	if (c == (gunichar)-1 || c == (gunichar)-2) {
		*ret_units = 1;
		return 1;
	}
	*ret_units = c > 0xffff ? 2 : 1;
	return (gsize)(g_utf8_next_char(p) - p);
}

static guint units_before(const char *line, gsize length, gsize column)
{
	guint units = 0;

	for (gsize at = 0; at < MIN(column, length);) {
		guint more;

		at += read_character(line + at, length - at, &more);
		units += more;
	}
	return units;
}

json_t *position_of(const struct lined_text *lined, enum encoding encoding,
		    guint line, guint column)
{
	gsize length;
	const char *text = lined_text_line(lined, line - 1, &length);
	const gsize bytes = MIN((gsize)column - 1, length);

	return json_pack("{s:i, s:i}", "line", (int)line - 1, "character",
			 encoding == ENCODING_UTF8 ?
				 (int)bytes :
				 (int)units_before(text, length, bytes));
}

json_t *position_of_offset(const struct lined_text *lined,
			   enum encoding encoding, gsize offset)
{
	guint line = lined->starts->len;

	while (line > 1 &&
	       g_array_index(lined->starts, gsize, line - 1) > offset)
		line--;
	return position_of(lined, encoding, line,
			   (guint)(offset - g_array_index(lined->starts, gsize,
							  line - 1)) +
				   1);
}

guint column_of(const struct lined_text *lined, enum encoding encoding,
		guint line, guint character)
{
	gsize length;
	const char *text = lined_text_line(lined, line, &length);
	gsize at = 0;
	guint units = 0;

	if (encoding == ENCODING_UTF8)
		return (guint)MIN(character, length) + 1;
	while (at < length && units < character) {
		guint more;

		at += read_character(text + at, length - at, &more);
		units += more;
	}
	return (guint)at + 1;
}

json_t *range_of(json_t *start, json_t *end)
{
	return json_pack("{s:o, s:o}", "start", start, "end", end);
}
