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
	AUTO_RELEASE(string) CXString name = {0};

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
	struct code_place place = {.path = ""};
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
