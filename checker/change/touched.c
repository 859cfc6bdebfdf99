// SPDX-License-Identifier: GPL-2.0-only
/*
 * The shortest edit from one text to another by lines (Myers 1986), which is
 * what git shows. Where texts differ too much for it, all that is between
 * their common ends counts as changed.
 */
#include "touched.h"

#include <stdbool.h>
#include <string.h>

#include "select/select.h"

/* Edits to look for: memory is its square, in 4 bytes. */
enum { EDIT_LIMIT = 2000 };

/* Lines as numbers: equal lines have equal ones. */
struct lines {
	guint32 *numbers;
	gint nr;
};

static void read_lines(GBytes *bytes, GHashTable *known, struct lines *lines)
{
	gsize length = 0;
	const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
	GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (gsize at = 0; at < length;) {
		const char *end = memchr(text + at, '\n', length - at);
		gsize size = end ? (gsize)(end - text) - at : length - at;
		GBytes *line = g_bytes_new_static(text + at, size);
		guint32 number =
			GPOINTER_TO_UINT(g_hash_table_lookup(known, line));

		if (number == 0) {
			number = g_hash_table_size(known) + 1;
			g_hash_table_insert(known, line,
					    GUINT_TO_POINTER(number));
		} else {
			g_bytes_unref(line);
		}
		g_array_append_val(numbers, number);
		at += size + 1;
	}
	lines->nr = (gint)numbers->len;
	lines->numbers = (guint32 *)(void *)g_array_free(numbers, FALSE);
}

static void add_line(GArray *spans, guint32 line)
{
	struct line_span span = { line, line };

	if (spans->len > 0) {
		struct line_span *last =
			&g_array_index(spans, struct line_span, spans->len - 1);

		if (last->last + 1 == line) {
			last->last = line;
			return;
		}
	}
	g_array_append_val(spans, span);
}

/* The middle of two texts, and the furthest reaches of each round. */
struct middle_search {
	const guint32 *a, *b; /* before, after */
	gint nr_a, nr_b;
	GPtrArray *rounds; /* gint[2 * d + 3]: x by diagonal, of round d */
};

/* x on a diagonal of a round; -1 outside. */
static gint *reach(const struct middle_search *search, gint round,
		   gint diagonal)
{
	gint *row = g_ptr_array_index(search->rounds, (guint)round);

	return &row[diagonal + round + 1];
}

/* The start of round d on diagonal k: by an insertion or a deletion. */
static bool comes_down(const struct middle_search *search, gint d, gint k)
{
	return k == -d || (k != d && *reach(search, d - 1, k - 1) <
					     *reach(search, d - 1, k + 1));
}

/* One round; true if it reaches the end. */
static bool run_round(struct middle_search *search, gint d)
{
	gint *row = g_new(gint, 2 * (gsize)d + 3);

	g_ptr_array_add(search->rounds, row);
	for (gint i = 0; i < 2 * d + 3; i++)
		row[i] = -1;
	for (gint k = -d; k <= d; k += 2) {
		gint x = 0, y;

		if (d > 0)
			x = comes_down(search, d, k) ?
				    *reach(search, d - 1, k + 1) :
				    *reach(search, d - 1, k - 1) + 1;
		y = x - k;
		while (x < search->nr_a && y < search->nr_b &&
		       search->a[x] == search->b[y]) {
			x++;
			y++;
		}
		*reach(search, d, k) = x;
		if (x >= search->nr_a && y >= search->nr_b)
			return true;
	}
	return false;
}

/* Walks back from the end and marks what was inserted. */
static void mark_inserted(const struct middle_search *search, gint d,
			  guint8 *inserted)
{
	gint k = search->nr_a - search->nr_b;

	for (; d > 0; d--) {
		if (comes_down(search, d, k)) {
			k++;
			inserted[*reach(search, d - 1, k) - k] = 1;
		} else {
			k--;
		}
	}
}

static void mark_middle(struct middle_search *search, guint8 *inserted)
{
	gint limit = MIN(search->nr_a + search->nr_b, EDIT_LIMIT);
	gint d = 0;

	search->rounds = g_ptr_array_new_with_free_func(g_free);
	while (d <= limit && !run_round(search, d))
		d++;
	if (d <= limit)
		mark_inserted(search, d, inserted);
	else
		memset(inserted, 1, (gsize)search->nr_b);
	g_ptr_array_free(search->rounds, TRUE);
}

GArray *touched_lines(GBytes *before, GBytes *after)
{
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
				      (GDestroyNotify)g_bytes_unref, NULL);
	GArray *spans = g_array_new(FALSE, FALSE, sizeof(struct line_span));
	g_autofree guint8 *inserted = NULL;
	struct lines a, b;
	gint start = 0, end = 0;

	read_lines(before, known, &a);
	read_lines(after, known, &b);
	while (start < MIN(a.nr, b.nr) && a.numbers[start] == b.numbers[start])
		start++;
	while (end < MIN(a.nr, b.nr) - start &&
	       a.numbers[a.nr - 1 - end] == b.numbers[b.nr - 1 - end])
		end++;
	inserted = g_new0(guint8, (gsize)b.nr + 1);
	/* A text without lines has no numbers to point to. */
	mark_middle(&(struct middle_search){ .a = a.nr > 0 ? a.numbers + start :
							     NULL,
					     .b = b.nr > 0 ? b.numbers + start :
							     NULL,
					     .nr_a = a.nr - start - end,
					     .nr_b = b.nr - start - end },
		    inserted + start);
	for (gint i = 0; i < b.nr; i++) {
		if (inserted[i])
			add_line(spans, (guint32)i + 1);
	}
	g_free(a.numbers);
	g_free(b.numbers);
	return spans;
}
