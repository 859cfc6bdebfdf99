// SPDX-License-Identifier: GPL-2.0-only
/* Reads unified diffs, with or without git's extended headers. */
#include <string.h>

#include "base/path_kind.h"
#include "mail.h"
#include "patch.h"

/* What git says before the names and hunks of a file. */
struct git_header {
	char *from, *to;  /* of a rename or a copy; owned, or NULL */
	char *old_id;	  /* owned, or NULL */
	bool has_content; /* an index line tells blobs with bytes */
	bool is_copy, is_link;
};

struct patch_reader {
	const char *next, *end;
	guint line; /* of the line at next */
	struct patch *patch;
	struct patch_file *file; /* whose hunks come, or NULL */
	char *reason;
	guint wrong_line;
	struct git_header header; /* that was read last */
	guint commit;
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

static gsize line_length(const struct patch_reader *reader)
{
	const char *newline =
		memchr(reader->next, '\n', (gsize)(reader->end - reader->next));

	return (gsize)((newline ? newline : reader->end) - reader->next);
}

static void skip_line(struct patch_reader *reader)
{
	reader->next += line_length(reader);
	if (reader->next < reader->end)
		reader->next++;
	reader->line++;
}

static bool is_at(const struct patch_reader *reader, const char *word)
{
	gsize length = strlen(word);

	return (gsize)(reader->end - reader->next) >= length &&
	       memcmp(reader->next, word, length) == 0;
}

static bool fail(struct patch_reader *reader, const char *reason)
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
static char *read_name(const struct patch_reader *reader, gsize skip)
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

static void header_clear(struct git_header *header)
{
	g_free(header->from);
	g_free(header->to);
	g_free(header->old_id);
	*header = (struct git_header){ 0 };
}

/* The names of a rename or a copy say more than those above the hunks. */
static void take_header(struct git_header *header, struct patch_file *file)
{
	file->old_id = g_steal_pointer(&header->old_id);
	file->is_copy = header->is_copy;
	file->is_link = header->is_link;
	file->is_exact = header->from && header->to;
	if (file->is_exact) {
		g_free(file->old_path);
		g_free(file->new_path);
		file->old_path = g_steal_pointer(&header->from);
		file->new_path = g_steal_pointer(&header->to);
	}
	header_clear(header);
}

static struct patch_file *begin_file(struct patch_reader *reader,
				     char *old_path, char *new_path)
{
	struct patch_file *file = g_new0(struct patch_file, 1);

	file->line = reader->line;
	file->commit = reader->commit;
	file->old_path = old_path;
	file->new_path = new_path;
	take_header(&reader->header, file);
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

/* What `diff -N` gives a file that is not there: the first second of all. */
static bool has_no_time(const struct patch_reader *reader)
{
	g_autofree char *line = g_strndup(reader->next, line_length(reader));
	const char *tab = strchr(line, '\t');

	return tab &&
	       (g_str_has_prefix(tab, "\t1970-01-01 ") ||
		g_str_has_prefix(tab, "\t1969-12-31 ")) &&
	       strstr(tab, ":00.000000000 ");
}

/* The name on a line "--- NAME" or "+++ NAME"; NULL: there is no file. */
static char *read_side(const struct patch_reader *reader)
{
	char *name = read_name(reader, 4);

	if (strcmp(name, "/dev/null") != 0 && !has_no_time(reader))
		return name;
	g_free(name);
	return NULL;
}

/* "index OLD..NEW MODE": the blob OLD, or NULL if it is none. */
static char *read_old_id(const struct patch_reader *reader)
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

/* "index OLD..NEW 120000" */
static bool is_link_index(const struct patch_reader *reader)
{
	g_autofree char *line = g_strndup(reader->next, line_length(reader));

	return g_str_has_suffix(g_strchomp(line), " 120000");
}

/* The type of a file in its mode is that of a link (git 2.39). */
static bool is_link_mode(const struct patch_reader *reader)
{
	static const char *const words[] = { "new file mode 120000",
					     "deleted file mode 120000",
					     "old mode 120000",
					     "new mode 120000" };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (is_at(reader, words[i]))
			return true;
	}
	return false;
}

/* True if all digits of an id are 0, or it is that of no bytes at all. */
static bool is_nothing(const char *id, gsize length)
{
	static const char *const empty[] = {
		"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
		"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a3037218"
		"13",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(empty); i++) {
		if (strncmp(id, empty[i], length) == 0)
			return true;
	}
	return strspn(id, "0") >= length;
}

/* "index OLD..NEW": true if one of them has bytes. */
static bool has_content(const struct patch_reader *reader)
{
	const char *id = reader->next + strlen("index ");
	const gsize old = strspn(id, "0123456789abcdef");
	const char *new = id + old + strspn(id + old, ".");

	return !is_nothing(id, old) ||
	       !is_nothing(new, strspn(new, "0123456789abcdef"));
}

static void read_header_line(const struct patch_reader *reader,
			     struct git_header *header)
{
	if (is_at(reader, "rename from ")) {
		set_name(&header->from, read_name(reader, 12));
	} else if (is_at(reader, "rename to ")) {
		set_name(&header->to, read_name(reader, 10));
	} else if (is_at(reader, "copy from ")) {
		set_name(&header->from, read_name(reader, 10));
		header->is_copy = true;
	} else if (is_at(reader, "copy to ")) {
		set_name(&header->to, read_name(reader, 8));
	} else if (is_at(reader, "index ")) {
		set_name(&header->old_id, read_old_id(reader));
		header->has_content = has_content(reader);
		header->is_link |= is_link_index(reader);
	} else if (is_link_mode(reader)) {
		header->is_link = true;
	}
}

/* "diff --git a/NAME b/NAME": the last part of the name; owned. */
static char *last_name(const struct patch_reader *reader)
{
	g_autofree char *line = g_strndup(reader->next, line_length(reader));
	const char *slash = strrchr(line, '/');
	char *name = g_strchomp(g_strdup(slash ? slash + 1 : line));

	if (g_str_has_suffix(name, "\""))
		name[strlen(name) - 1] = '\0';
	return name;
}

/* What is known of a source by its blobs alone cannot be checked. */
static bool check_lines(struct patch_reader *reader, const char *name)
{
	const enum path_kind kind = path_kind(name);

	if (!reader->header.has_content || is_at(reader, "--- ") ||
	    is_at(reader, "@@ ") || (kind != PATH_SOURCE && kind != PATH_BUILD))
		return true;
	return fail(reader, "changes a source and does not say how: it has no "
			    "hunks, or is binary");
}

/* git's header: renames and copies may have no other one. */
static bool read_git_header(struct patch_reader *reader)
{
	struct git_header *header = &reader->header;
	g_autofree char *name = last_name(reader);

	reader->file = NULL;
	reader->patch->has_diff = true;
	header_clear(header);
	skip_line(reader);
	while (reader->next < reader->end && !is_at(reader, "--- ") &&
	       !is_at(reader, "@@ ") && !is_at(reader, "diff ") &&
	       !is_at(reader, "From ") && line_length(reader) > 0) {
		read_header_line(reader, header);
		skip_line(reader);
	}
	if (!check_lines(reader, name))
		return false;
	if (header->from && header->to && !is_at(reader, "--- "))
		begin_file(reader, NULL, NULL);
	return true;
}

/* "--- OLD" and "+++ NEW" on two lines, with a hunk behind them. */
static bool is_at_names(const struct patch_reader *reader)
{
	struct patch_reader ahead = *reader;

	if (!is_at(&ahead, "--- "))
		return false;
	skip_line(&ahead);
	if (!is_at(&ahead, "+++ "))
		return false;
	skip_line(&ahead);
	return is_at(&ahead, "@@ -");
}

static bool read_names(struct patch_reader *reader)
{
	char *old_path = read_side(reader);
	char *new_path;

	skip_line(reader);
	new_path = read_side(reader);
	if (!old_path && !new_path)
		return fail(reader, "names no file on either side");
	begin_file(reader, old_path, new_path);
	skip_line(reader);
	return true;
}

/* A number of lines, or of a line; false if no file has as many. */
static bool read_number(const char **text, guint *ret_number)
{
	char *end = NULL;
	guint64 number;

	if (!g_ascii_isdigit(**text))
		return false;
	number = g_ascii_strtoull(*text, &end, 10);
	*ret_number = (guint)MIN(number, G_MAXINT32);
	*text = end;
	return number < G_MAXINT32;
}

/* "-12,3" or "+12": start and count. */
static bool read_range(const char **text, char sign, guint *ret_start,
		       guint *ret_nr)
{
	if (**text != sign)
		return false;
	(*text)++;
	*ret_nr = 1;
	if (!read_number(text, ret_start))
		return false;
	if (**text != ',')
		return true;
	(*text)++;
	return read_number(text, ret_nr);
}

static bool read_hunk_head(const struct patch_reader *reader, guint *ret_start,
			   guint *ret_new_start, guint *ret_nr_old,
			   guint *ret_nr_new)
{
	g_autofree char *head = g_strndup(reader->next, line_length(reader));
	const char *text = head + 3;

	if (!read_range(&text, '-', ret_start, ret_nr_old) || *text != ' ')
		return false;
	text++;
	return read_range(&text, '+', ret_new_start, ret_nr_new) &&
	       g_str_has_prefix(text, " @@");
}

/* One line of a hunk; an empty one is context that lost its blank. */
static bool read_hunk_line(struct patch_reader *reader, struct patch_hunk *hunk,
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

static bool read_hunk(struct patch_reader *reader)
{
	struct patch_hunk *hunk;
	guint start = 0, new_start = 0, nr_old = 0, nr_new = 0;

	if (!read_hunk_head(reader, &start, &new_start, &nr_old, &nr_new))
		return fail(reader, "the head of the hunk cannot be read");
	hunk = g_new0(struct patch_hunk, 1);
	hunk->line = reader->line;
	/* "-12,0" means behind line 12. */
	hunk->old_start = nr_old == 0 ? start + 1 : start;
	hunk->new_start = new_start;
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

/* What git shows of a merge has several old sides. */
static const char combined[] =
	"is a combined diff, which cannot be applied: "
	"`git diff COMMIT^ COMMIT` shows a merge as one patch";

static bool read_all(struct patch_reader *reader)
{
	while (reader->next < reader->end) {
		if (is_at(reader, "diff --git ")) {
			if (!read_git_header(reader))
				return false;
		} else if (is_at(reader, "diff --cc ") ||
			   is_at(reader, "diff --combined ")) {
			return fail(reader, combined);
		} else if (is_at_names(reader)) {
			if (!read_names(reader))
				return false;
		} else if (reader->file && is_at(reader, "@@ -")) {
			if (!read_hunk(reader))
				return false;
		} else {
			/* A commit message, a signature, an index line. */
			reader->commit += is_at(reader, "From ");
			skip_line(reader);
		}
	}
	return true;
}

bool patch_parse(const char *text, gsize length, struct patch *ret_patch,
		 guint *ret_line, char **ret_reason)
{
	struct patch_reader reader = { .line = 1, .patch = ret_patch };
	gsize size = 0;
	bool done;

	*ret_patch = (struct patch){
		.files = g_ptr_array_new_with_free_func(free_file),
	};
	ret_patch->text = mail_unpack(text, length, &ret_patch->replies);
	reader.next = g_bytes_get_data(ret_patch->text, &size);
	if (size == 0)
		return true;
	reader.end = reader.next + size;
	done = read_all(&reader);
	header_clear(&reader.header);
	if (done)
		return true;
	*ret_line = reader.wrong_line;
	*ret_reason = reader.reason;
	return false;
}
