// SPDX-License-Identifier: GPL-2.0-only
/* Comments that allow findings: which lines each is for. */
#include <glib.h>
#include <limits.h>
#include <string.h>

#include "findings/comments.h"

/* "line:column first-last macro rule,rule reason" of each comment. */
static void check(const char *text, const char *expected)
{
	g_autoptr(GPtrArray) found = suppressions_read(text, strlen(text));
	g_autoptr(GString) said = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++) {
		const struct suppression *one = g_ptr_array_index(found, i);
		g_autofree char *rules = g_strjoinv(",", one->rules);

		g_string_append_printf(said, "%u:%u %u-", one->line,
				       one->column, one->first);
		if (one->last == UINT_MAX)
			g_string_append(said, "end");
		else
			g_string_append_printf(said, "%u", one->last);
		g_string_append_printf(said, " %s %s '%s';",
				       one->macro ? one->macro : "-", rules,
				       one->reason);
	}
	g_assert_cmpstr(said->str, ==, expected);
}

static void test_lines(void)
{
	check("int a; /* vmalint: allow(x): why */\n", "1:8 1-1 - x 'why';");
	check("\n/* vmalint: allow(x, y): a\n * b */\n\nint a;\n",
	      "2:1 5-5 - x,y 'a b';");
	check("// vmalint: allow(x)\n", "1:1 0-0 - x '';");
	check("char *a = \"/* vmalint: allow(x): no */\";\n", "");
}

static void test_wide(void)
{
	check("/* vmalint: allow-file(x): why */\n", "1:1 1-end - x 'why';");
	check("/* vmalint: allow-function(x): why */\nint f(void)\n{\n}\n",
	      "1:1 1-4 - x 'why';");
	check("int f(void)\n{\n\t/* vmalint: allow-function(x): why */\n}\n",
	      "3:2 2-4 - x 'why';");
}

static void test_macros(void)
{
	check("#define A(x) \\\n\t(x) /* vmalint: allow(x): why */\n",
	      "2:6 2-2 A x 'why';");
	check("%:  define A(x) \\\r\n\t(x) /* vmalint: allow(x): why */ \\ \r\n"
	      "\t+ 1\r\nint a; /* vmalint: allow(y): */\r\n",
	      "2:6 2-2 A x 'why';4:8 4-4 - y '';");
	check("/* a\n * b */ # /* c */ define \\\nA 1\n/* vmalint: allow(x): d */\n"
	      "# /*\n*/ define B 2\n",
	      "4:1 5-5 B x 'd';");
}

/* A text that stops anywhere, or is not there. */
static void test_broken(void)
{
	g_autoptr(GPtrArray) none = suppressions_read(NULL, 0);

	g_assert_cmpuint(none->len, ==, 0);
	check("/* vmalint: allow(x", "1:1 0-0 -  '';");
	check("int a; /* vmalint: off */\n", "1:8 0-0 -  '';");
	check("/* see vmalint: allow(x): y */\n", "");
	check("/* vmalint: allow(): ", "1:1 0-0 -  '';");
	check("#define /* vmalint: allow(x): \"", "1:9 1-1 - x '\"';");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/suppress/lines", test_lines);
	g_test_add_func("/suppress/wide", test_wide);
	g_test_add_func("/suppress/macros", test_macros);
	g_test_add_func("/suppress/broken", test_broken);
	return g_test_run();
}
