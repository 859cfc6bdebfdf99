// SPDX-License-Identifier: GPL-2.0-only
/* Applies hunks to a text; a hunk may be elsewhere, but must fit whole. */
#include <string.h>

#include "patch.h"

/* A line of the text: where it begins and how long it is, without newline. */
struct text_line {
	const char *text;
	gsize length;
	bool has_newline;
};

static GArray *split(GBytes *bytes)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct text_line));
	gsize length = 0;
	const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;

	for (gsize at = 0; at < length;) {
		const char *newline = memchr(text + at, '\n', length - at);
		struct text_line line = {
			.text = text + at,
			.length = newline ? (gsize)(newline - text) - at :
					    length - at,
			.has_newline = newline != NULL,
		};

		g_array_append_val(lines, line);
		at += line.length + 1;
	}
	return lines;
}

static bool is_same(const struct patch_line *wanted,
		    const struct text_line *line)
{
	return wanted->length == line->length &&
	       memcmp(wanted->text, line->text, line->length) == 0;
}

/*
 * True if the lines of the hunk, save those of one kind, stand from line `at`
 * (from 0) on: without what it adds they are the old ones.
 */
static bool stands(const struct patch_hunk *hunk, char without,
		   const GArray *lines, guint at)
{
	for (guint i = 0; i < hunk->lines->len; i++) {
		const struct patch_line *wanted =
			&g_array_index(hunk->lines, struct patch_line, i);

		if (wanted->kind == without)
			continue;
		if (at >= lines->len ||
		    !is_same(wanted,
			     &g_array_index(lines, struct text_line, at)))
			return false;
		at++;
	}
	return at <= lines->len;
}

/* The place to stand that is nearest to the wanted one, not before `from`. */
static bool find_place(const struct patch_hunk *hunk, char without,
		       const GArray *lines, guint from, guint wanted,
		       guint *ret_at)
{
	for (guint distance = 0; distance <= lines->len; distance++) {
		if (wanted >= distance && wanted - distance >= from &&
		    stands(hunk, without, lines, wanted - distance)) {
			*ret_at = wanted - distance;
			return true;
		}
		if (wanted + distance >= from &&
		    stands(hunk, without, lines, wanted + distance)) {
			*ret_at = wanted + distance;
			return true;
		}
	}
	return false;
}

static void append(GString *out, const char *text, gsize length, bool newline)
{
	g_string_append_len(out, text, (gssize)length);
	if (newline)
		g_string_append_c(out, '\n');
}

static void append_lines(GString *out, const GArray *lines, guint from,
			 guint end)
{
	for (; from < end; from++) {
		const struct text_line *line =
			&g_array_index(lines, struct text_line, from);

		append(out, line->text, line->length, line->has_newline);
	}
}

/* Appends the hunk's new lines; returns how many old ones it replaces. */
static guint append_hunk(GString *out, const struct patch_hunk *hunk)
{
	guint nr_old = 0;

	for (guint i = 0; i < hunk->lines->len; i++) {
		const struct patch_line *line =
			&g_array_index(hunk->lines, struct patch_line, i);

		nr_old += line->kind != '+';
		if (line->kind != '-')
			append(out, line->text, line->length,
			       line->has_newline);
	}
	return nr_old;
}

/* How many lines of the hunk there are after it. */
static guint count_new(const struct patch_hunk *hunk)
{
	guint nr = 0;

	for (guint i = 0; i < hunk->lines->len; i++)
		nr += g_array_index(hunk->lines, struct patch_line, i).kind !=
		      '-';
	return nr;
}

bool patch_file_is_applied(const struct patch_file *file, GBytes *text)
{
	g_autoptr(GArray) lines = split(text);
	guint done = 0;

	for (guint i = 0; i < file->hunks->len; i++) {
		const struct patch_hunk *hunk =
			g_ptr_array_index(file->hunks, i);

		/* Where it leaves nothing, nothing shows that it was there. */
		if (count_new(hunk) == 0 ||
		    !find_place(hunk, '-', lines, done,
				MIN(MAX(hunk->new_start, 1) - 1, lines->len),
				&done))
			return false;
		done += count_new(hunk);
	}
	return file->hunks->len > 0;
}

GBytes *patch_file_apply(const struct patch_file *file, GBytes *before,
			 const struct patch_hunk **ret_hunk)
{
	g_autoptr(GArray) lines = split(before);
	GString *out = g_string_new(NULL);
	guint done = 0; /* lines of the text that are dealt with */
	gint64 offset = 0;

	for (guint i = 0; i < file->hunks->len; i++) {
		const struct patch_hunk *hunk =
			g_ptr_array_index(file->hunks, i);
		gint64 wanted = MAX((gint64)hunk->old_start - 1 + offset, 0);
		guint at = 0;

		if (!find_place(hunk, '+', lines, done,
				(guint)MIN(wanted, (gint64)lines->len), &at)) {
			*ret_hunk = hunk;
			g_string_free(out, TRUE);
			return NULL;
		}
		offset += (gint64)at - wanted;
		append_lines(out, lines, done, at);
		done = at + append_hunk(out, hunk);
	}
	append_lines(out, lines, done, lines->len);
	return g_string_free_to_bytes(out);
}
