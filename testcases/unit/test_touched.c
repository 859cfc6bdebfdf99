// SPDX-License-Identifier: GPL-2.0-only
/* Which lines differ between two texts. */
#include <glib.h>
#include <string.h>

#include "change/touched.h"
#include "select/select.h"

static GBytes *bytes_of(const char *text)
{
	return text ? g_bytes_new_static(text, strlen(text)) : NULL;
}

static void check(const char *before, const char *after, const char *expected)
{
	g_autoptr(GBytes) old = bytes_of(before);
	g_autoptr(GBytes) new = bytes_of(after);
	g_autoptr(GArray) spans = touched_lines(old, new);
	g_autoptr(GString) said = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++) {
		const struct line_span *span =
			&g_array_index(spans, struct line_span, i);

		g_string_append_printf(said, "%u-%u ", span->first, span->last);
	}
	g_assert_cmpstr(said->str, ==, expected);
}

static void test_edits(void)
{
	check("a\nb\nc\n", "a\nb\nc\n", "");
	check("a\nb\nc\n", "a\nx\nc\n", "2-2 ");
	check("a\nb\nc\n", "a\nc\n", "");
	check("a\nb\n", "x\ny\na\nb\nz\n", "1-2 5-5 ");
	check("a\na\na\n", "a\na\na\na\n", "4-4 ");
}

static void test_ends(void)
{
	check(NULL, "a\nb", "1-2 ");
	check("a\n", NULL, "");
	check(NULL, NULL, "");
	check("a", "a\n", "");
}

/* Beyond the limit of the search all between the common ends counts. */
static void test_far_apart(void)
{
	g_autoptr(GString) before = g_string_new("first\n");
	g_autoptr(GString) after = g_string_new("first\n");

	for (guint i = 0; i < 3000; i++) {
		g_string_append_printf(before, "old %u\nsame\n", i);
		g_string_append_printf(after, "new %u\nsame\n", i);
	}
	check(before->str, after->str, "2-6000 ");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/touched/edits", test_edits);
	g_test_add_func("/touched/ends", test_ends);
	g_test_add_func("/touched/far_apart", test_far_apart);
	return g_test_run();
}
