// SPDX-License-Identifier: GPL-2.0-only
/*
 * A write to a const member is an error from which clang keeps a node of
 * dependent type only: operator and operand types are lost. Without the const
 * the write is an ordinary assignment; that it is one to a const member is
 * known from the tree's API.
 */
#include "overlay.h"

#include <stdbool.h>
#include <string.h>

#include "arguments.h"

static bool is_word_at(const char *text, gsize length, gsize at,
		       const char *word)
{
	gsize size = strlen(word);

	if (at + size > length || memcmp(text + at, word, size) != 0)
		return false;
	if (at > 0 && (g_ascii_isalnum(text[at - 1]) || text[at - 1] == '_'))
		return false;
	return at + size == length ||
	       !(g_ascii_isalnum(text[at + size]) || text[at + size] == '_');
}

/* The offset behind the brace that closes the one before `at`. */
static gsize body_end(const char *text, gsize length, gsize at)
{
	guint depth = 1;

	for (; at < length && depth > 0; at++) {
		if (text[at] == '{')
			depth++;
		else if (text[at] == '}')
			depth--;
	}
	return at;
}

/* Blanks the const before `vm_flags;` in one member declaration. */
static guint blank_member(char *text, gsize start, gsize end)
{
	gsize found = 0;
	bool has_const = false, is_word = false;

	for (gsize at = start; at < end; at++) {
		if (is_word_at(text, end, at, "const")) {
			found = at;
			has_const = true;
		}
		if (is_word_at(text, end, at, "vm_flags"))
			is_word = true;
	}
	if (!has_const || !is_word)
		return 0;
	memset(text + found, ' ', strlen("const"));
	return 1;
}

static guint blank_body(char *text, gsize start, gsize end)
{
	guint nr = 0;

	for (gsize at = start; at < end; at++) {
		if (text[at] != ';' && text[at] != '{')
			continue;
		if (text[at] == ';')
			nr += blank_member(text, start, at);
		start = at + 1;
	}
	return nr;
}

guint overlay_blank_const(char *text, gsize length)
{
	static const char tag[] = "struct vm_area_struct";
	guint nr = 0;
	char *p = text;

	while ((p = memmem(p, length - (gsize)(p - text), tag,
			   sizeof(tag) - 1)) != NULL) {
		gsize at;

		p += sizeof(tag) - 1;
		at = (gsize)(p - text);
		while (at < length && g_ascii_isspace(text[at]))
			at++;
		if (at < length && text[at] == '{')
			nr += blank_body(text, at + 1,
					 body_end(text, length, at + 1));
	}
	return nr;
}

bool overlay_concerns(const struct overlay *overlay, const char *source)
{
	const char *slash = source ? strrchr(source, '/') : NULL;

	if (g_str_has_suffix(overlay->path, ".h"))
		return true;
	return slash &&
	       strncmp(overlay->path, source, (gsize)(slash + 1 - source)) == 0;
}
