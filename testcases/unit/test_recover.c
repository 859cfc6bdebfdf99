// SPDX-License-Identifier: GPL-2.0-only
/* Tests of what unknown names in the heads of functions are taken for. */
#include <glib.h>
#include <string.h>

#include "parse/recover.h"

/* A set of the words of a text; owned. */
static GHashTable *set_of(const char *words)
{
	GHashTable *set =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) list = g_strsplit(words, " ", -1);

	for (guint i = 0; list[i]; i++)
		g_hash_table_add(set, g_strdup(list[i]));
	return set;
}

static char *recovered(const char *text)
{
	g_autoptr(GHashTable) macros = set_of("KNOWN __init");
	g_autoptr(GHashTable) unknown = set_of("gone_t GONE");
	const struct recover_request request = {
		.text = text,
		.length = strlen(text),
		.macros = macros,
		.unknown = unknown,
	};
	g_autoptr(GArray) names = recover_names(&request);

	return recover_text(names);
}

static void test_heads(void)
{
	static const struct {
		const char *text, *defines;
	} rows[] = {
		{ "HEAD(int) f(int a) { }", "#define HEAD(...) __VA_ARGS__\n" },
		{ "static HEAD(struct s *) f(void) { }",
		  "#define HEAD(...) __VA_ARGS__\n" },
		{ "int NAME(f)(int a) { }", "#define NAME(...) __VA_ARGS__\n" },
		{ "ATTR(1, 2) int f(int a) { }", "#define ATTR(...)\n" },
		{ "static ATTR(x) struct s *f(int a) { }",
		  "#define ATTR(...)\n" },
		{ "static CALL int f(void) { }", "#define CALL\n" },
		{ "int CALL f(void) { }", "#define CALL\n" },
		{ "struct s * CALL f(void) { }", "#define CALL\n" },
		{ "API HEAD(int) CALL f(void) { }",
		  "#define HEAD(...) __VA_ARGS__\n#define API\n#define CALL\n" },
		{ "static U32 CALL f(void) { }", "#define CALL\n" },
		{ "static GONE f(void) { }", "#define GONE unsigned long\n" },
		{ "gone_t *f(void) { }", "#define gone_t unsigned long\n" },
		{ "int f(gone_t a, IN struct s *b, int c UNUSED) { }",
		  "#define gone_t unsigned long\n#define IN\n"
		  "#define UNUSED\n" },
		{ "int f(int a) BEHIND { }", "#define BEHIND\n" },
		{ "int f(int a) BEHIND(1) LAST { }",
		  "#define BEHIND(...)\n#define LAST\n" },
		{ "AT_SCOPE(\"x\")\nint f(int a) { }",
		  "#define AT_SCOPE(...)\n" },
		{ "AT_SCOPE;\nint f(int a) { }", NULL },
		{ "KNOWN(x)\nstatic int __init f(int a) { }", NULL },
		{ "static inline foo *f(struct s *s, my_t t) { HEAD(1) x() }",
		  NULL },
		{ "struct s { int CALL; };\nint a[] = { CALL };", NULL },
		{ "enum e { CALL };\nunion { int f(void) { } } HEAD;", NULL },
		{ "#ifndef HEAD\n#endif\nHEAD(int) f(int a) { }", NULL },
		{ "#define X \\\n int CALL f() {\nint g(void) { }", NULL },
		{ "// HEAD(int) f(int a) {\n/* CALL */ int f() { }", NULL },
		{ "int f(v) struct s *v; { }", NULL },
		{ "int f(int a) { return 0; } }\nint CALL g(void) { }",
		  "#define CALL\n" },
		{ "{ } ) ( ] f( { = ; HEAD", NULL },
		{ "", NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *defines = recovered(rows[i].text);

		g_test_message("%s", rows[i].text);
		g_assert_cmpstr(defines, ==, rows[i].defines);
	}
}

static void test_sentence(void)
{
	char name[] = "HEAD";
	const struct recovered_name recovered_name = {
		.name = name,
		.kind = RECOVERED_ARGUMENT,
		.line = 12,
	};
	g_autofree char *sentence = recover_sentence(&recovered_name);

	g_assert_cmpstr(sentence, ==,
			"line 12: 'HEAD' is defined nowhere, and was taken for "
			"its argument");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/recover/heads", test_heads);
	g_test_add_func("/recover/sentence", test_sentence);
	return g_test_run();
}
