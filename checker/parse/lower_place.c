// SPDX-License-Identifier: GPL-2.0-only
/*
 * Places of cursors. clang_getFileLocation() gives the use of a macro for what
 * its body spells, and the argument's own place for what an argument spells;
 * both are where a reader looks (libclang 19.1).
 */
#include <string.h>

#include "clang_handles.h"
#include "lower.h"

const char *lower_string(const struct lowering *lowering, CXString string)
{
	const char *text = clang_getCString(string);
	const char *copy = facts_string(lowering->facts, text ? text : "");

	clang_disposeString(string);
	return copy;
}

const char *lower_path(struct lowering *lowering, CXFile file)
{
	const char *path = g_hash_table_lookup(lowering->paths, file);
	gsize root_length = strlen(lowering->root);
	g_autofree char *canonical = NULL;
	AUTO_RELEASE(string) CXString name = { 0 };

	if (path || !file)
		return path ? path : "";
	name = clang_getFileName(file);
	canonical = g_canonicalize_filename(clang_getCString(name), NULL);
	path = facts_string(lowering->facts, canonical);
	if (strncmp(path, lowering->root, root_length) == 0 &&
	    path[root_length] == '/')
		path += root_length + 1;
	g_hash_table_insert(lowering->paths, file, (gpointer)path);
	return path;
}

struct code_place lower_extent(struct lowering *lowering, CXCursor cursor)
{
	CXSourceRange range = clang_getCursorExtent(cursor);
	struct code_place place = { .path = "" };
	CXFile file = NULL, end_file = NULL;

	clang_getFileLocation(clang_getRangeStart(range), &file, &place.line,
			      &place.column, &place.offset);
	clang_getFileLocation(clang_getRangeEnd(range), &end_file,
			      &place.end_line, &place.end_column,
			      &place.end_offset);
	place.path = lower_path(lowering, file);
	if (file != end_file || place.end_offset < place.offset) {
		place.end_line = place.line;
		place.end_column = place.column;
		place.end_offset = place.offset;
	}
	return place;
}

/* clang_getFileContents() walks all files of the unit (libclang 19). */
const char *lower_file_text(const struct lowering *lowering, CXFile file,
			    gsize *ret_length)
{
	GBytes *bytes = g_hash_table_lookup(lowering->contents, file);
	const char *text;

	if (!bytes) {
		gsize length = 0;

		text = clang_getFileContents(lowering->unit, file, &length);
		bytes = g_bytes_new_static(text, text ? length : 0);
		g_hash_table_insert(lowering->contents, file, bytes);
	}
	return g_bytes_get_data(bytes, ret_length);
}

/* The identifier at an offset of the lowered file; "" if there is none. */
static const char *identifier_at(struct lowering *lowering, guint offset)
{
	gsize length = 0;
	const char *text = lower_file_text(lowering, lowering->file, &length);
	g_autofree char *name = NULL;
	gsize end = offset;

	while (text && end < length &&
	       (g_ascii_isalnum(text[end]) || text[end] == '_'))
		end++;
	if (end == offset)
		return "";
	name = g_strndup(text + offset, end - offset);
	return facts_string(lowering->facts, name);
}

const char *lower_macro(struct lowering *lowering, CXCursor cursor,
			bool *ret_in_body)
{
	CXSourceLocation location =
		clang_getRangeStart(clang_getCursorExtent(cursor));
	CXFile spelling_file, place_file;
	unsigned int spelling, place;

	clang_getSpellingLocation(location, &spelling_file, NULL, NULL,
				  &spelling);
	clang_getFileLocation(location, &place_file, NULL, NULL, &place);
	*ret_in_body = spelling_file != place_file || spelling != place;
	if (!*ret_in_body || !place_file ||
	    !clang_File_isEqual(place_file, lowering->file))
		return "";
	return identifier_at(lowering, place);
}

/* The start of the directive that holds an offset: past spliced lines. */
static gsize directive_start(const char *text, gsize offset)
{
	while (offset > 0) {
		if (text[offset - 1] == '\n' &&
		    (offset < 2 || text[offset - 2] != '\\'))
			break;
		offset--;
	}
	return offset;
}

static const char *skip_blanks(const char *text, const char *end)
{
	while (text < end && (*text == ' ' || *text == '\t'))
		text++;
	return text;
}

static const char *skip_word(const char *text, const char *end)
{
	while (text < end && (g_ascii_isalnum(*text) || *text == '_'))
		text++;
	return text;
}

/* True if only parentheses stand between two places of a text. */
static bool is_only_wrapping(const char *text, const char *end)
{
	for (; text < end && *text != '\n'; text++) {
		if (text + 1 < end && *text == '/' &&
		    (text[1] == '*' || text[1] == '/'))
			return true;
		if (!strchr(" \t\r()", *text))
			return false;
	}
	return true;
}

/* Reads `#define NAME body` around a constant at an offset. */
static void read_definition(struct lowering *lowering, const char *text,
			    gsize length, gsize offset, struct node *node)
{
	const char *end = text + length;
	const char *constant = text + offset;
	const char *word = text + directive_start(text, offset);
	const char *name_end;
	g_autofree char *name = NULL;

	word = skip_blanks(word, constant);
	if (*word != '#')
		return;
	word = skip_blanks(word + 1, constant);
	if (!g_str_has_prefix(word, "define"))
		return;
	word = skip_blanks(word + strlen("define"), constant);
	name_end = skip_word(word, constant);
	name = g_strndup(word, (gsize)(name_end - word));
	node->origin = facts_string(lowering->facts, name);
	if (is_only_wrapping(name_end, constant) &&
	    is_only_wrapping(skip_word(constant, end), end))
		node->flags |= NODE_WHOLE_BODY;
}

void lower_origin(struct lowering *lowering, CXCursor cursor, struct node *node)
{
	CXSourceLocation location =
		clang_getRangeStart(clang_getCursorExtent(cursor));
	CXFile file = NULL;
	unsigned int offset = 0;
	const char *text;
	gsize length = 0;

	clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
	text = file ? lower_file_text(lowering, file, &length) : NULL;
	if (!text || offset >= length)
		return;
	read_definition(lowering, text, length, offset, node);
	if (*node->origin)
		node->origin_path = lower_path(lowering, file);
}
