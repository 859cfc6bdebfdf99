// SPDX-License-Identifier: GPL-2.0-only
/* Reads unified diffs, with or without git's extended headers. */
#include <string.h>

#include "mail.h"
#include "patch.h"

struct reader {
	const char *next, *end;
	guint line; /* of the line at next */
	struct patch *patch;
	struct patch_file *file; /* whose hunks come, or NULL */
	char *reason;
	guint wrong_line;
	char *old_id; /* of the git header that was read last, or NULL */
};

static void free_hunk(gpointer data)
{
	struct patch_hunk *hunk = data;

	g_array_free(hunk->lines, TRUE);
	g_free(hunk);
}

static void free_file(gpointer data)
{
	struct patch_file *file = data;

	g_free(file->old_path);
	g_free(file->old_id);
	g_free(file->new_path);
	g_ptr_array_free(file->hunks, TRUE);
	g_free(file);
}

void patch_release(struct patch *patch)
{
	if (patch->files)
		g_ptr_array_free(patch->files, TRUE);
	if (patch->text)
		g_bytes_unref(patch->text);
	*patch = (struct patch){ 0 };
}

static gsize line_length(const struct reader *reader)
{
	const char *newline =
		memchr(reader->next, '\n', (gsize)(reader->end - reader->next));

	return (gsize)((newline ? newline : reader->end) - reader->next);
}

static void skip_line(struct reader *reader)
{
	reader->next += line_length(reader);
	if (reader->next < reader->end)
		reader->next++;
	reader->line++;
}

static bool is_at(const struct reader *reader, const char *word)
{
	gsize length = strlen(word);

	return (gsize)(reader->end - reader->next) >= length &&
	       memcmp(reader->next, word, length) == 0;
}

static bool fail(struct reader *reader, const char *reason)
{
	reader->reason = g_strdup(reason);
	reader->wrong_line = reader->line;
	return false;
}

/* True if backslashes before it make a character what it looks like. */
static bool is_escaped(const char *text, const char *at)
{
	gsize nr = 0;

	while (at - nr > text && *(at - nr - 1) == '\\')
		nr++;
	return nr % 2 == 1;
}

/* A name of a header: in C quotes, or up to a tab or the line's end. */
static char *read_name(const struct reader *reader, gsize skip)
{
	g_autofree char *text =
		g_strndup(reader->next + skip, line_length(reader) - skip);
	char *tab = strchr(text, '\t');
	char *quote = *text == '"' ? strrchr(text + 1, '"') : NULL;

	if (quote && !is_escaped(text, quote)) {
		*quote = '\0';
		return g_strcompress(text + 1);
	}
	if (tab)
		*tab = '\0';
	return g_strdup(g_strchomp(text));
}

static struct patch_file *begin_file(struct reader *reader, char *old_path,
				     char *new_path)
{
	struct patch_file *file = g_new0(struct patch_file, 1);

	file->line = reader->line;
	file->old_path = old_path;
	file->new_path = new_path;
	file->old_id = g_steal_pointer(&reader->old_id);
	file->hunks = g_ptr_array_new_with_free_func(free_hunk);
	g_ptr_array_add(reader->patch->files, file);
	reader->file = file;
	return file;
}

static void set_name(char **name, char *value)
{
	g_free(*name);
	*name = value;
}

static char *none_for_null(char *name)
{
	if (strcmp(name, "/dev/null") != 0)
		return name;
	g_free(name);
	return NULL;
}

/* "index OLD..NEW MODE": the blob OLD, or NULL if it is none. */
static char *read_old_id(const struct reader *reader)
{
	const char *id = reader->next + strlen("index ");
	gsize length = line_length(reader) - strlen("index ");
	gsize nr = 0;

	while (nr < length && g_ascii_isxdigit(id[nr]))
		nr++;
	if (nr < 4 || nr + 2 > length || id[nr] != '.' || id[nr + 1] != '.' ||
	    strspn(id, "0") >= nr)
		return NULL;
	return g_strndup(id, nr);
}

/* git's header: renames have no other one. */
static void read_git_header(struct reader *reader)
{
	g_autofree char *from = NULL;
	g_autofree char *to = NULL;
	bool is_copy = false;

	reader->file = NULL;
	reader->patch->has_diff = true;
	set_name(&reader->old_id, NULL);
	skip_line(reader);
	while (reader->next < reader->end && !is_at(reader, "--- ") &&
	       !is_at(reader, "@@ ") && !is_at(reader, "diff ") &&
	       !is_at(reader, "From ") && line_length(reader) > 0) {
		if (is_at(reader, "rename from "))
			set_name(&from, read_name(reader, 12));
		else if (is_at(reader, "rename to "))
			set_name(&to, read_name(reader, 10));
		else if (is_at(reader, "copy from "))
			is_copy = true;
		else if (is_at(reader, "index "))
			set_name(&reader->old_id, read_old_id(reader));
		skip_line(reader);
	}
	if (from && to && !is_copy && !is_at(reader, "--- "))
		begin_file(reader, g_steal_pointer(&from),
			   g_steal_pointer(&to));
}

/* "--- OLD" and "+++ NEW" on two lines, with a hunk behind them. */
static bool is_at_names(const struct reader *reader)
{
	struct reader ahead = *reader;

	if (!is_at(&ahead, "--- "))
		return false;
	skip_line(&ahead);
	if (!is_at(&ahead, "+++ "))
		return false;
	skip_line(&ahead);
	return is_at(&ahead, "@@ -");
}

static bool read_names(struct reader *reader)
{
	char *old_path = none_for_null(read_name(reader, 4));
	char *new_path;

	skip_line(reader);
	new_path = none_for_null(read_name(reader, 4));
	if (!old_path && !new_path)
		return fail(reader, "names no file on either side");
	begin_file(reader, old_path, new_path);
	skip_line(reader);
	return true;
}

/* "-12,3" or "+12": start and count. */
static bool read_range(const char **text, char sign, guint *ret_start,
		       guint *ret_nr)
{
	char *end;

	if (**text != sign || !g_ascii_isdigit((*text)[1]))
		return false;
	*ret_start = (guint)g_ascii_strtoull(*text + 1, &end, 10);
	*ret_nr = 1;
	if (*end == ',') {
		if (!g_ascii_isdigit(end[1]))
			return false;
		*ret_nr = (guint)g_ascii_strtoull(end + 1, &end, 10);
	}
	*text = end;
	return true;
}

static bool read_hunk_head(const struct reader *reader, guint *ret_start,
			   guint *ret_nr_old, guint *ret_nr_new)
{
	g_autofree char *head = g_strndup(reader->next, line_length(reader));
	const char *text = head + 3;
	guint new_start;

	if (!read_range(&text, '-', ret_start, ret_nr_old) || *text != ' ')
		return false;
	text++;
	return read_range(&text, '+', &new_start, ret_nr_new) &&
	       g_str_has_prefix(text, " @@");
}

/* One line of a hunk; an empty one is context that lost its blank. */
static bool read_hunk_line(struct reader *reader, struct patch_hunk *hunk,
			   guint *nr_old, guint *nr_new)
{
	gsize length = line_length(reader);
	struct patch_line line = {
		.kind = length > 0 ? *reader->next : ' ',
		.has_newline = true,
		.text = reader->next + (length > 0),
		.length = length > 0 ? length - 1 : 0,
	};

	if (!line.kind || !strchr(" -+", line.kind) ||
	    (line.kind != '+' && *nr_old == 0) ||
	    (line.kind != '-' && *nr_new == 0))
		return fail(reader, "the hunk has another number of lines than "
				    "its head says");
	*nr_old -= line.kind != '+';
	*nr_new -= line.kind != '-';
	g_array_append_val(hunk->lines, line);
	skip_line(reader);
	if (is_at(reader, "\\ ")) {
		g_array_index(hunk->lines, struct patch_line,
			      hunk->lines->len - 1)
			.has_newline = false;
		skip_line(reader);
	}
	return true;
}

static bool read_hunk(struct reader *reader)
{
	struct patch_hunk *hunk;
	guint start = 0, nr_old = 0, nr_new = 0;

	if (!read_hunk_head(reader, &start, &nr_old, &nr_new))
		return fail(reader, "the head of the hunk cannot be read");
	hunk = g_new0(struct patch_hunk, 1);
	hunk->line = reader->line;
	/* "-12,0" means behind line 12. */
	hunk->old_start = nr_old == 0 ? start + 1 : start;
	hunk->lines = g_array_new(FALSE, FALSE, sizeof(struct patch_line));
	g_ptr_array_add(reader->file->hunks, hunk);
	skip_line(reader);
	while (nr_old > 0 || nr_new > 0) {
		if (reader->next >= reader->end)
			return fail(reader, "the patch ends within a hunk");
		if (!read_hunk_line(reader, hunk, &nr_old, &nr_new))
			return false;
	}
	return true;
}

static bool read_all(struct reader *reader)
{
	while (reader->next < reader->end) {
		if (is_at(reader, "diff --git ")) {
			read_git_header(reader);
		} else if (is_at_names(reader)) {
			if (!read_names(reader))
				return false;
		} else if (reader->file && is_at(reader, "@@ -")) {
			if (!read_hunk(reader))
				return false;
		} else {
			/* A commit message, a signature, an index line. */
			skip_line(reader);
		}
	}
	return true;
}

bool patch_parse(const char *text, gsize length, struct patch *ret_patch,
		 guint *ret_line, char **ret_reason)
{
	struct reader reader = { .line = 1, .patch = ret_patch };
	gsize size = 0;
	bool done;

	*ret_patch = (struct patch){
		.text = mail_unpack(text, length),
		.files = g_ptr_array_new_with_free_func(free_file),
	};
	reader.next = g_bytes_get_data(ret_patch->text, &size);
	if (size == 0)
		return true;
	reader.end = reader.next + size;
	done = read_all(&reader);
	g_free(reader.old_id);
	if (done)
		return true;
	*ret_line = reader.wrong_line;
	*ret_reason = reader.reason;
	return false;
}
