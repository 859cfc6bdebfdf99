// SPDX-License-Identifier: GPL-2.0-only
/* What the formats are made of: line hashes, columns, escapes, rule texts. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "findings/findings.h"
#include "output/characters.h"
#include "output/line_hash.h"
#include "output/markup.h"
#include "output/output.h"
#include "output/repository.h"
#include "output/rule_text.h"
#include "output/source.h"
#include "output/subsystem.h"

struct hash_case {
	const char *text;
	const char *hashes; /* with blanks between them */
};

/* What the tests of GitHub's upload action expect. */
static const struct hash_case hash_cases[] = {
	{ "", "c129715d7a2bc9a3:1" },
	{ " a\nb\n  \t\tc\n d",
	  "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 "
	  "a23a3dc5e078b07b:1" },
	{ " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
	  "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 "
	  "c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1" },
	{ " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
	  "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 "
	  "e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 "
	  "c129715d7a2bc9a3:1" },
	{ "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
	  "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
	  "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
	  "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
	  "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n",
	  "a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 "
	  "a7f2ff13bc495cf2:4 a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 "
	  "a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 55ec222b86bcae53:1 "
	  "cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1" },
};

static void test_line_hashes(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(hash_cases); i++) {
		const char *text = hash_cases[i].text;
		g_autoptr(GPtrArray) hashes = line_hashes(text, strlen(text));
		g_autofree char *joined = NULL;

		g_ptr_array_add(hashes, NULL);
		joined = g_strjoinv(" ", (char **)hashes->pdata);
		g_assert_cmpstr(joined, ==, hash_cases[i].hashes);
	}
}

static void test_characters(void)
{
	static const struct {
		const char *bytes;
		unsigned int count;
	} cases[] = {
		{ "", 0 },
		{ "a\xc3\xa9", 2 },
		{ "\xe2\x82\xac\xf0\x9d\x84\x9e", 2 },
		/* Cut short: one for each longest beginning. */
		{ "\xe2\x82x", 2 },
		{ "\xf0\x9d\x84", 1 },
		{ "\xff\xfe", 2 },
		/* A surrogate, too long a form, beyond the last character. */
		{ "\xed\xa0\x80", 3 },
		{ "\xc0\xaf", 2 },
		{ "\xf4\x90\x80\x80", 4 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpuint(characters_count(cases[i].bytes,
						  strlen(cases[i].bytes)),
				 ==, cases[i].count);
}

static void assert_markup(const char *text, const char *expected,
			  const char *cdata)
{
	g_autoptr(GString) out = g_string_new(NULL);

	markup_append(out, text);
	g_assert_cmpstr(out->str, ==, expected);
	g_string_truncate(out, 0);
	markup_append_cdata(out, text);
	g_assert_cmpstr(out->str, ==, cdata);
}

static void test_markup(void)
{
	assert_markup("<&>\"'", "&lt;&amp;&gt;&quot;&#39;", "<&>\"'");
	assert_markup("a\n\t\r", "a&#10;&#9;&#13;", "a\\n\\t\\r");
	assert_markup("]]>", "]]&gt;", "]]]]><![CDATA[>");
	assert_markup("##[error]", "##&#91;error]", "##]]><![CDATA[[error]");
	assert_markup("\x1b\xff\xef\xbf\xbf", "\\x1b\\xff\xef\xbf\xbd",
		      "\\x1b\\xff\xef\xbf\xbd");
}

static const char document[] =
	"# a_rule\n\nWhat it is.\n\n## What it finds\n\nA [link](to.md) and\n"
	"`a<b`:\n- one\n- two `x`\n\n## Bad\n\n```c\n/* API: plain */\n"
	"if (a < b)\n\treturn;\n```\n\n## Good\n\nNothing. Else. Here.\n";

static void test_rule_texts(void)
{
	g_autofree char *finds = rule_text_section(document, "What it finds");
	g_autofree char *bad = rule_text_section(document, "Bad");
	g_autofree char *good = rule_text_section(document, "Good");
	g_autofree char *none = rule_text_section(document, "Goo");
	g_autofree char *plain = rule_text_unlinked(finds);
	g_autofree char *lead = rule_text_lead(good, 16);
	g_autoptr(GString) out = g_string_new(NULL);

	g_assert_cmpstr(none, ==, "");
	g_assert_cmpstr(lead, ==, "Nothing. Else.");
	g_assert_cmpstr(plain, ==, "A link and\n`a<b`:\n- one\n- two `x`");
	rule_text_append_html(out, finds);
	rule_text_append_html(out, bad);
	g_assert_cmpstr(out->str, ==,
			"<p>A link and\n<code>a&lt;b</code>:</p>\n<ul>\n"
			"<li>one</li>\n<li>two <code>x</code></li>\n</ul>\n"
			"<pre><code>if (a &lt; b)\n\treturn;</code></pre>\n");
}

static void test_subsystems(void)
{
	static const char *const cases[][2] = {
		{ "mm/mmap.c", "mm" },
		{ "drivers/gpu/drm/i915/a.c", "drivers/gpu" },
		{ "fs/exec.c", "fs" },
		{ "fsx/a/b.c", "fsx" },
		{ "a.c", "(top)" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = subsystem_name(cases[i][0]);

		g_assert_cmpstr(name, ==, cases[i][1]);
	}
}

static void test_repository(void)
{
	g_autofree char *folder = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	g_autofree char *inner = g_build_filename(folder, "linux", NULL);
	g_autofree char *beside = g_strconcat(inner, "2", NULL);
	g_autofree char *prefix = NULL;
	g_autofree char *same = NULL;
	g_autofree char *other = NULL;

	g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
	g_assert_cmpint(g_mkdir(beside, 0700), ==, 0);
	g_setenv("VMALINT_TEST_FOLDER", folder, TRUE);
	prefix = repository_prefix(inner, "VMALINT_TEST_FOLDER");
	same = repository_prefix(folder, "VMALINT_TEST_FOLDER");
	g_setenv("VMALINT_TEST_FOLDER", inner, TRUE);
	other = repository_prefix(beside, "VMALINT_TEST_FOLDER");
	g_assert_cmpstr(prefix, ==, "linux/");
	g_assert_cmpstr(same, ==, "");
	g_assert_cmpstr(other, ==, "");
	g_rmdir(inner);
	g_rmdir(beside);
	g_rmdir(folder);
}

static void test_places(void)
{
	static const char text[] = "ab\r\nc\rd\xc3\xa9"
				   "e\n\nlast";
	g_autofree char *folder = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "a.c", NULL);
	struct source source;
	struct place at;

	g_assert_true(g_file_set_contents(file, text, -1, NULL));
	source_init(&source, &(struct output_context){ .root = folder });
	g_assert_true(source_place(&source, "a.c", 7, 2, &at));
	g_assert_cmpuint(at.line, ==, 3);
	g_assert_cmpuint(at.column, ==, 2);
	g_assert_cmpuint(at.end_column, ==, 4);
	g_assert_cmpuint(source_region(&source, &at).end_column, ==, 3);
	g_assert_true(source_place(&source, "a.c", 12, 4, &at));
	g_assert_cmpuint(at.line, ==, 5);
	g_assert_true(source_place(&source, "a.c", 0, 16, &at));
	g_assert_cmpuint(at.end_line, ==, 5);
	g_assert_cmpuint(at.end_column, ==, 5);
	g_assert_cmpuint(source_region(&source, &at).end_column, ==, 3);
	g_assert_false(source_place(&source, "a.c", 16, 1, &at));
	g_assert_null(source_line_hash(&source, "a.c", 6));
	g_assert_null(source_line_hash(&source, "b.c", 1));
	source_release(&source);
	g_unlink(file);
	g_rmdir(folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/formats/line_hashes", test_line_hashes);
	g_test_add_func("/formats/characters", test_characters);
	g_test_add_func("/formats/markup", test_markup);
	g_test_add_func("/formats/rule_texts", test_rule_texts);
	g_test_add_func("/formats/subsystems", test_subsystems);
	g_test_add_func("/formats/repository", test_repository);
	g_test_add_func("/formats/places", test_places);
	return g_test_run();
}
