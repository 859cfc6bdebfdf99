// SPDX-License-Identifier: GPL-2.0-only
/*
 * Places of cursors. clang_getFileLocation() gives the use of a macro for what
 * its body spells, and the argument's own place for what an argument spells;
 * both are where a reader looks (libclang 19.1).
 */
#include <string.h>

#include "base/view.h"
#include "clang_handles.h"
#include "lower.h"
#include "text/lexer.h"

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

/* Where each line of the lowered file starts, as clang counts them. */
static const GArray *line_starts(struct lowering *lowering)
{
	gsize length = 0;
	const char *text;
	guint32 start = 0;

	if (lowering->line_starts->len > 0)
		return lowering->line_starts;
	text = lower_file_text(lowering, lowering->file, &length);
	g_array_append_val(lowering->line_starts, start);
	for (gsize i = 0; text && i < length; i++) {
		if (text[i] != '\n' && text[i] != '\r')
			continue;
		if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
			i++;
		start = (guint32)i + 1;
		g_array_append_val(lowering->line_starts, start);
	}
	return lowering->line_starts;
}

/* The line of an offset of the lowered file, and the column in it. */
static void find_line(struct lowering *lowering, guint32 offset,
		      guint32 *ret_line, guint32 *ret_column)
{
	const GArray *starts = line_starts(lowering);
	guint low = 0, high = starts->len;

	while (high - low > 1) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(starts, guint32, middle) <= offset)
			low = middle;
		else
			high = middle;
	}
	*ret_line = low + 1;
	*ret_column = offset - g_array_index(starts, guint32, low) + 1;
}

/* One file may have several names. */
static bool is_lowered(const struct lowering *lowering, CXFile file)
{
	return file == lowering->file ||
	       (file && clang_File_isEqual(file, lowering->file));
}

static bool is_word(char c)
{
	return g_ascii_isalnum(c) || c == '_';
}

/* How long the use of a macro is that a text begins with. */
static guint32 length_of_use(const char *text, gsize length)
{
	struct lex_token token;
	struct lexer lexer;
	const char *end;
	int depth = 0;

	lexer_init(&lexer, text, length);
	if (!lexer_next(&lexer, &token) || token.start != text)
		return 0;
	end = token.start + token.length;
	while (lexer_next(&lexer, &token)) {
		depth += lex_token_is(&token, "(");
		if (depth == 0)
			break;
		depth -= lex_token_is(&token, ")");
		end = token.start + token.length;
		if (depth == 0)
			break;
	}
	return depth == 0 ? (guint32)(end - text) : 0;
}

/*
 * In the argument of a macro, libclang has what another macro ends begin where
 * that one is used: `WRITE_ONCE(x, a | VM_IO)` would end before VM_IO. An end
 * that a body spells, and at which a word begins, is such a one.
 */
static guint32 end_behind_use(struct lowering *lowering, CXSourceLocation end,
			      guint32 offset)
{
	gsize length = 0;
	const char *text = lower_file_text(lowering, lowering->file, &length);
	CXFile file = NULL;
	unsigned int spelling = 0;

	if (!text || offset == 0 || offset >= length ||
	    !is_word(text[offset]) || is_word(text[offset - 1]))
		return offset;
	clang_getSpellingLocation(end, &file, NULL, NULL, &spelling);
	if (is_lowered(lowering, file) && spelling == offset)
		return offset;
	return offset + length_of_use(text + offset, length - offset);
}

/*
 * What a range covers. libclang counts lines anew for each place that it is
 * asked for, so those of the lowered file are found here.
 */
static struct code_place place_of(struct lowering *lowering,
				  CXSourceRange range, CXFile *ret_file)
{
	CXSourceLocation start = clang_getRangeStart(range);
	CXSourceLocation end = clang_getRangeEnd(range);
	struct code_place place = { .path = "" };
	CXFile file = NULL, end_file = NULL;
	bool is_here;

	clang_getFileLocation(start, &file, NULL, NULL, &place.offset);
	clang_getFileLocation(end, &end_file, NULL, NULL, &place.end_offset);
	place.path = lower_path(lowering, file);
	is_here = is_lowered(lowering, file);
	if (is_here)
		find_line(lowering, place.offset, &place.line, &place.column);
	else
		clang_getFileLocation(start, NULL, &place.line, &place.column,
				      NULL);
	/* What ends in a body elsewhere is all of the use that it begins at. */
	if (file != end_file || place.end_offset < place.offset) {
		place.end_line = place.line;
		place.end_column = place.column;
		place.end_offset = place.offset;
	}
	if (is_here) {
		place.end_offset =
			end_behind_use(lowering, end, place.end_offset);
		find_line(lowering, place.end_offset, &place.end_line,
			  &place.end_column);
	} else if (place.end_offset > place.offset) {
		clang_getFileLocation(end, NULL, &place.end_line,
				      &place.end_column, NULL);
	}
	*ret_file = file;
	return place;
}

struct code_place lower_range(struct lowering *lowering, CXSourceRange range)
{
	CXFile file;

	return place_of(lowering, range, &file);
}

struct code_place lower_extent(struct lowering *lowering, CXCursor cursor)
{
	return lower_range(lowering, clang_getCursorExtent(cursor));
}

/* libclang's own copy is found by a walk over all files of the unit. */
static GBytes *read_text(const struct lowering *lowering, CXFile file)
{
	AUTO_RELEASE(string) CXString name = clang_getFileName(file);
	const char *path = clang_getCString(name);
	gsize length = 0;
	char *text;

	for (guint i = 0; i < lowering->unsaved->len; i++) {
		const struct CXUnsavedFile *entry = &g_array_index(
			lowering->unsaved, struct CXUnsavedFile, i);

		if (strcmp(entry->Filename, path) == 0)
			return g_bytes_new_static(entry->Contents,
						  entry->Length);
	}
	text = view_read(lowering->view, path, &length, NULL);
	return g_bytes_new_take(text, text ? length : 0);
}

const char *lower_file_text(const struct lowering *lowering, CXFile file,
			    gsize *ret_length)
{
	GBytes *bytes = g_hash_table_lookup(lowering->contents, file);

	if (!bytes) {
		bytes = read_text(lowering, file);
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
	struct lex_token token;
	struct lexer lexer;

	if (!text || offset >= length)
		return "";
	lexer_init(&lexer, text + offset, length - offset);
	if (!lexer_next(&lexer, &token) || token.start > text + offset ||
	    (token.kind != LEX_IDENTIFIER && token.kind != LEX_NUMBER))
		return "";
	name = lex_token_text(&token);
	return facts_string(lowering->facts, name);
}

void lower_place(struct lowering *lowering, CXCursor cursor, struct node *node)
{
	CXSourceRange range = clang_getCursorExtent(cursor);
	CXFile file, spelling_file;
	unsigned int spelling;

	node->at = place_of(lowering, range, &file);
	node->macro = "";
	clang_getSpellingLocation(clang_getRangeStart(range), &spelling_file,
				  NULL, NULL, &spelling);
	if (spelling_file == file && spelling == node->at.offset)
		return;
	node->flags |= NODE_FROM_MACRO;
	if (is_lowered(lowering, file))
		node->macro = identifier_at(lowering, node->at.offset);
}

/* True if a macro's body has but parentheses around a constant. */
static bool is_whole_body(struct lexer *lexer, const char *constant)
{
	struct lex_token token;
	bool is_there = false;

	while (lexer_next(lexer, &token) && !token.first_on_line) {
		if (token.start == constant && token.kind != LEX_LITERAL)
			is_there = true;
		else if (!lex_token_is(&token, "(") &&
			 !lex_token_is(&token, ")"))
			return false;
	}
	return is_there;
}

/* Reads `#define NAME body` around a constant at an offset. */
static void read_definition(struct lowering *lowering, const char *text,
			    gsize length, gsize offset, struct node *node)
{
	const char *constant = text + offset;
	const char *start = lex_line_start(text, constant);
	g_autofree char *name = NULL;
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, start, (gsize)(text + length - start));
	if (!lexer_next(&lexer, &token) || !token.in_directive ||
	    !lexer_next(&lexer, &token) || !lex_token_is(&token, "define") ||
	    !lexer_next(&lexer, &token) || token.start >= constant)
		return;
	name = lex_token_text(&token);
	node->origin = facts_string(lowering->facts, name);
	if (is_whole_body(&lexer, constant))
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
