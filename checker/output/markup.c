// SPDX-License-Identifier: GPL-2.0-only
/* Escapes for XML and HTML. */
#include "output/markup.h"

#include <stdbool.h>
#include <string.h>

#include "output/printable.h"

static const char *entity_of(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t':
		return "&#9;";
	case '\n':
		return "&#10;";
	case '\r':
		return "&#13;";
	default:
		return NULL;
	}
}

/* U+FFFE and U+FFFF are no characters of XML; U+FFFD says that much. */
static gsize append_other(GString *out, const char *text, gsize length)
{
	unsigned int width;

	if (length >= 3 && !memcmp(text, "\xef\xbf", 2) &&
	    (guchar)text[2] >= 0xbe) {
		g_string_append(out, "\xef\xbf\xbd");
		return 3;
	}
	return printable_append_one(out, text, length, &width);
}

/* "##[" would be a command to GitHub's runner, were this shown in its log. */
static bool is_after_marks(const GString *out)
{
	return out->len >= 2 && !memcmp(out->str + out->len - 2, "##", 2);
}

static void append(GString *out, const char *text, gsize length)
{
	while (length) {
		const char *entity = entity_of(*text);
		gsize used = 1;

		if (*text == '[' && is_after_marks(out))
			entity = "&#91;";
		if (entity)
			g_string_append(out, entity);
		else
			used = append_other(out, text, length);
		text += used;
		length -= used;
	}
}

void markup_append_content(GString *out, const char *text, gsize length)
{
	while (length) {
		gsize plain = 0;

		while (plain < length && text[plain] != '\t' &&
		       text[plain] != '\n')
			plain++;
		append(out, text, plain);
		if (plain < length)
			g_string_append_c(out, text[plain++]);
		text += plain;
		length -= plain;
	}
}

void markup_append(GString *out, const char *text)
{
	append(out, text, strlen(text));
}

void markup_append_cdata(GString *out, const char *text)
{
	gsize length = strlen(text);

	while (length) {
		gsize used = 1;

		if (g_str_has_prefix(text, "]]>")) {
			/* Ends the section between the brackets and ">". */
			g_string_append(out, "]]]]><![CDATA[");
			used = 2;
		} else if (*text == '[' && is_after_marks(out)) {
			g_string_append(out, "]]><![CDATA[[");
		} else {
			used = append_other(out, text, length);
		}
		text += used;
		length -= used;
	}
}
