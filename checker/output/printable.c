// SPDX-License-Identifier: GPL-2.0-only
/* Escapes control characters, bytes that are no UTF-8, and hidden marks. */
#include "output/printable.h"

#include <stdbool.h>
#include <string.h>

static const char *short_escape(char byte)
{
	switch (byte) {
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\t':
		return "\\t";
	default:
		return NULL;
	}
}

/* Formats include the marks that reverse the direction of writing. */
static bool is_hidden(gunichar character)
{
	switch (g_unichar_type(character)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
		return true;
	default:
		return false;
	}
}

static void append_byte(GString *out, char byte)
{
	const char *escape = short_escape(byte);

	if (escape)
		g_string_append(out, escape);
	else
		g_string_append_printf(out, "\\x%02x", (guchar)byte);
}

gsize printable_append_one(GString *out, const char *text, gsize length,
			   unsigned int *ret_width)
{
	gsize before = out->len;
	gsize used = 1;
	gunichar character;

	*ret_width = 1;
	if (g_ascii_isprint(*text)) {
		g_string_append_c(out, *text);
		return 1;
	}
	character = *text ? g_utf8_get_char_validated(text, (gssize)length) : 0;
	if (character < 0x80 || character >= (gunichar)-2) {
		append_byte(out, *text);
	} else {
		used = (gsize)(g_utf8_next_char(text) - text);
		if (!is_hidden(character)) {
			g_string_append_len(out, text, (gssize)used);
			return used;
		}
		g_string_append_printf(out, "\\u%04x", character);
	}
	*ret_width = (unsigned int)(out->len - before);
	return used;
}

void printable_append(GString *out, const char *text)
{
	gsize length = strlen(text);
	unsigned int width;

	while (length) {
		gsize used = printable_append_one(out, text, length, &width);

		text += used;
		length -= used;
	}
}
