// SPDX-License-Identifier: GPL-2.0-only
/*
 * Touched lines of two texts, with a NUL between them: what is not touched
 * must be in the first text, in the same order.
 */
#include "fuzz.h"

#include <stdbool.h>
#include <string.h>

#include "change/touched.h"
#include "select/select.h"

static GPtrArray *lines_of(const char *text, gsize length)
{
	GPtrArray *lines =
		g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);

	for (gsize at = 0; at < length;) {
		const char *end = memchr(text + at, '\n', length - at);
		gsize size = end ? (gsize)(end - text) - at : length - at;

		g_ptr_array_add(lines, g_bytes_new(text + at, size));
		at += size + 1;
	}
	return lines;
}

static bool is_touched(const GArray *spans, guint32 line)
{
	for (guint i = 0; i < spans->len; i++) {
		const struct line_span *span =
			&g_array_index(spans, struct line_span, i);

		if (span->first <= line && line <= span->last)
			return true;
	}
	return false;
}

static void check_spans(const GArray *spans, guint nr_lines)
{
	guint32 last = 0;

	for (guint i = 0; i < spans->len; i++) {
		const struct line_span *span =
			&g_array_index(spans, struct line_span, i);

		g_assert(span->first > last && span->first <= span->last);
		last = span->last;
	}
	g_assert(last <= nr_lines);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	const char *text = (const char *)data;
	const char *nul = size > 0 ? memchr(text, '\0', size) : NULL;
	gsize middle = nul ? (gsize)(nul - text) : size;
	gsize rest = nul ? middle + 1 : size;
	g_autoptr(GBytes) before = g_bytes_new(text, middle);
	g_autoptr(GBytes) after = g_bytes_new(text + rest, size - rest);
	g_autoptr(GPtrArray) old = lines_of(text, middle);
	g_autoptr(GPtrArray) new = lines_of(text + rest, size - rest);
	g_autoptr(GArray) spans = touched_lines(before, after);
	guint at = 0;

	check_spans(spans, new->len);
	for (guint i = 0; i < new->len; i++) {
		if (is_touched(spans, i + 1))
			continue;
		while (at < old->len &&
		       !g_bytes_equal(old->pdata[at], new->pdata[i]))
			at++;
		g_assert(at++ < old->len);
	}
	return 0;
}
