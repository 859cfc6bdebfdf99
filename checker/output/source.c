// SPDX-License-Identifier: GPL-2.0-only
/* Reads the files of the tree that findings lie in, each once. */
#include "output/source.h"

#include <string.h>

#include "base/name.h"
#include "base/view.h"
#include "findings/findings.h"
#include "output/characters.h"
#include "output/line_hash.h"
#include "output/output.h"

static void source_forget(struct source *source)
{
	g_free(source->path);
	g_free(source->bytes);
	g_clear_pointer(&source->hashes, g_ptr_array_unref);
}

void source_init(struct source *source, const struct output_context *context)
{
	*source = (struct source){
		.root = context->hides_lines ? NULL : output_base(context),
		.chosen = context->is_own_run ? context->arch_of : NULL,
		.view = context->view,
	};
}

void source_release(struct source *source)
{
	source_forget(source);
	*source = (struct source){ 0 };
}

/* A module, say, that the user has named for this run. */
static bool is_chosen(const struct source *source, const char *path)
{
	return source->root && source->chosen && g_path_is_absolute(path) &&
	       g_hash_table_contains(source->chosen, path);
}

/*
 * A report may have been made elsewhere, and by others: no other file is shown
 * that lies out of the tree.
 */
static bool may_show(const struct source *source, const char *full)
{
	if (!source->root)
		return false;
	return (source->view && view_knows(source->view, full)) ||
	       name_lies_in(source->root, full);
}

static void source_open(struct source *source, const char *path)
{
	g_autofree char *full = NULL;

	if (g_strcmp0(source->path, path) == 0)
		return;
	source_forget(source);
	source->path = g_strdup(path);
	full = is_chosen(source, path) ?
		       g_strdup(path) :
		       g_build_filename(source->root ? source->root : "/", path,
					NULL);
	source->bytes =
		is_chosen(source, path) || may_show(source, full) ?
			view_read(source->view, full, &source->length, NULL) :
			NULL;
	source->line = 0;
}

/*
 * The length of the line at the offset, and where the next one begins. As for
 * clang, CR ends a line too, and CR LF is one end.
 */
static gsize line_length(const struct source *source, gsize *ret_next)
{
	const char *start = source->bytes + source->offset;
	gsize left = source->length - source->offset;
	const char *end = memchr(start, '\n', left);
	gsize length = end ? (gsize)(end - start) : left;
	const char *cr = memchr(start, '\r', length);

	*ret_next = source->offset + length + 1;
	if (!cr)
		return length;
	length = (gsize)(cr - start);
	*ret_next = source->offset + length + (cr + 1 == end ? 2 : 1);
	return length;
}

/* Moves to a line; false if the file cannot be read or is shorter. */
static bool source_seek(struct source *source, const char *path,
			unsigned int line)
{
	source_open(source, path);
	if (!source->bytes)
		return false;
	if (!source->line || line < source->line) {
		source->line = 1;
		source->offset = 0;
	}
	for (; source->line < line; source->line++) {
		gsize next;

		line_length(source, &next);
		if (next >= source->length)
			return false;
		source->offset = next;
	}
	return source->offset < source->length;
}

bool source_line(struct source *source, const char *path, unsigned int line,
		 const char **ret_text, gsize *ret_length)
{
	gsize next;

	if (!source_seek(source, path, line))
		return false;
	*ret_text = source->bytes + source->offset;
	*ret_length = line_length(source, &next);
	return true;
}

struct region source_region(struct source *source, const struct place *at)
{
	bool is_one_line = at->end_line == at->line;
	struct region region = {
		.line = at->line,
		.column = at->column,
		.end_column = is_one_line ? at->end_column : at->column,
	};
	const char *text;
	gsize length;

	if (source_line(source, at->path, at->line, &text, &length)) {
		gsize end = is_one_line ? at->end_column - 1 : length;

		region.column =
			1 + characters_count(text, MIN(length, at->column - 1));
		region.end_column =
			1 + characters_count(text, MIN(length, end));
	}
	region.end_column = MAX(region.end_column, region.column);
	return region;
}

/* The file is open; offset is within it. */
static void find_offset(struct source *source, gsize offset,
			unsigned int *ret_line, unsigned int *ret_column)
{
	if (!source->line || offset < source->offset) {
		source->line = 1;
		source->offset = 0;
	}
	for (;;) {
		gsize next;

		line_length(source, &next);
		if (offset < next || next > source->length)
			break;
		source->offset = next;
		source->line++;
	}
	*ret_line = source->line;
	*ret_column = (unsigned int)(offset - source->offset) + 1;
}

bool source_place(struct source *source, const char *path, gsize offset,
		  gsize length, struct place *ret_place)
{
	source_open(source, path);
	if (!source->bytes || offset > source->length ||
	    length > source->length - offset)
		return false;
	ret_place->path = path;
	find_offset(source, offset, &ret_place->line, &ret_place->column);
	find_offset(source, offset + length, &ret_place->end_line,
		    &ret_place->end_column);
	return true;
}

const char *source_line_hash(struct source *source, const char *path,
			     unsigned int line)
{
	source_open(source, path);
	if (!source->bytes)
		return NULL;
	if (!source->hashes)
		source->hashes = line_hashes(source->bytes, source->length);
	if (!line || line > source->hashes->len)
		return NULL;
	return g_ptr_array_index(source->hashes, line - 1);
}
