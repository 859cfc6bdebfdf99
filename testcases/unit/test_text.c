// SPDX-License-Identifier: GPL-2.0-only
/* C read as text: tokens, directives, conditionals. See checker/text/. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "text/conditional.h"
#include "text/directive.h"
#include "text/lexer.h"

/* All tokens of a text as "line:token" joined by blanks; owned. */
static char *lexed(const char *text)
{
	GString *out = g_string_new(NULL);
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, text, strlen(text));
	while (lexer_next(&lexer, &token)) {
		g_autofree char *said = lex_token_text(&token);

		g_assert_true(lex_token_is(&token, said));
		g_string_append_printf(out, "%s%u%s%s", out->len ? " " : "",
				       token.line,
				       token.in_directive  ? "#" :
				       token.first_on_line ? ">" :
							     ":",
				       said);
	}
	return g_string_free(out, FALSE);
}

static void test_lexer(void)
{
	static const struct {
		const char *text, *tokens;
	} rows[] = {
		{ "", "" },
		{ "a\nb", "1>a 2>b" },
		{ "a /* b\n c */ d", "1>a 2:d" },
		{ "/* a\n */ #b", "2## 2#b" },
		{ "a // b \\\n c\nd", "1>a 3>d" },
		{ "a // b\nc", "1>a 2>c" },
		{ "a\\\n b", "1>a 2:b" },
		{ "a \\\r\n b", "1>a 2:b" },
		{ "\"/* a\" b", "1>\"/* a\" 1:b" },
		{ "'\"' a '\\'' b", "1>'\"' 1:a 1:'\\'' 1:b" },
		{ "\"a\\\nb\" c", "1>\"ab\" 2:c" },
		{ "\"open\nb", "1>\"open 2>b" },
		{ "a##b #c", "1>a 1:## 1:b 1:# 1:c" },
		{ "0x1f 1.5", "1>0x1f 1:1 1:. 1:5" },
		{ "a/b", "1>a 1:/ 1:b" },
		{ "/* open\n", "" },
		{ "a /", "1>a 1:/" },
		{ "\\", "1>\\" },
		/* Lines end as they do for clang. */
		{ "a\r\nb\rc\r\rd", "1>a 2>b 3>c 5>d" },
		{ "// a\r#b\r\n/* \r\n */c", "2## 2#b 4>c" },
		/* Splices are everywhere, and may have blanks in them. */
		{ "V\\\nM\\ \t\r\n_IO b", "1>VM_IO 3:b" },
		{ "a /\\\n* b *\\\n/ c", "1>a 3:c" },
		{ "a /\\\n/ b\nc", "1>a 3>c" },
		{ "\"a\\\\\\\n\" b\" c", "1>\"a\\\\\" 2:b 2:\" c" },
		{ "\"a\\\\\n\"b", "1>\"a\\\"b" },
		{ "#\\\r\ndef\\\nine A \\\n1\nb", "1## 2#define 3#A 4#1 5>b" },
		/* A digraph is the sign that it stands for. */
		{ "%:define A <: 1 :>", "1## 1#define 1#A 1#[ 1#1 1#]" },
		{ "<%a%:%:b%>%c", "1>{ 1:a 1:## 1:b 1:} 1:% 1:c" },
		{ "<\\\n%", "1>{" },
		/* The name of a header is no code. */
		{ "#include <a//b.h> /* c */\nd",
		  "1## 1#include 1#<a//b.h> 2>d" },
		{ "#import \"a\\\"\nd", "1## 1#import 1#\"a\\\" 2>d" },
		{ "#include_next <a\nd>",
		  "1## 1#include_next 1#< 1#a 2>d 2:>" },
		{ "a <b> c", "1>a 1:< 1:b 1:> 1:c" },
		{ "a # include <b//c>", "1>a 1:# 1:include 1:< 1:b" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *tokens = lexed(rows[i].text);

		g_assert_cmpstr(tokens, ==, rows[i].tokens);
	}
}

/* Cut anywhere, a text is lexed without a look behind its end. */
static void test_lexer_cut(void)
{
	static const char text[] =
		"#define A(x) \"s\\\"t\" 'c' /* d */ // e\\\n f\na->b ## 1\\";

	for (gsize length = 0; length < sizeof(text); length++) {
		g_autofree char *copy = g_memdup2(text, length ? length : 1);
		struct lexer lexer;
		struct lex_token token;

		lexer_init(&lexer, copy, length);
		while (lexer_next(&lexer, &token))
			g_assert_true(token.start + token.length <=
				      copy + length);
	}
}

/* A text with NULs in it: they are blanks. */
static void test_lexer_nul(void)
{
	static const char text[] = "a\0b /*\0*/ #\0c\n\0#\0if";
	struct lexer lexer;
	struct lex_token token;
	guint nr = 0, nr_first = 0;

	lexer_init(&lexer, text, sizeof(text) - 1);
	while (lexer_next(&lexer, &token)) {
		nr++;
		nr_first += token.first_on_line;
		g_assert_true(token.in_directive == (token.line == 2));
	}
	g_assert_cmpuint(nr, ==, 6);
	g_assert_cmpuint(nr_first, ==, 2);
}

static void test_lexer_comments(void)
{
	static const char text[] = "/* a */ # /* b\n */ if // c\nd/**/";
	static const char *const comments[] = { "/* a */", "/* b\n */", "// c",
						"/**/" };
	struct lexer lexer;
	struct lex_token token;
	guint nr = 0;

	lexer_init(&lexer, text, strlen(text));
	lexer.keeps_comments = true;
	while (lexer_next(&lexer, &token)) {
		if (token.kind != LEX_COMMENT)
			continue;
		g_assert_cmpmem(token.start, token.length, comments[nr],
				strlen(comments[nr]));
		g_assert_true(token.in_directive == (nr == 1 || nr == 2));
		nr++;
	}
	g_assert_cmpuint(nr, ==, G_N_ELEMENTS(comments));
}

/* All directives as "first-last:word rest", joined by "; "; owned. */
static char *directives(const char *text)
{
	GString *out = g_string_new(NULL);
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, text, strlen(text));
	while (directive_next(&reader, &directive)) {
		g_autofree char *rest = directive_rest(&directive);

		g_string_append_printf(
			out, "%s%s%u-%u:%d %s", out->len ? "; " : "",
			directive.is_behind_code ? "+" : "", directive.line,
			directive.last_line, (int)directive.word, rest);
	}
	return g_string_free(out, FALSE);
}

static void test_directives(void)
{
	static const struct {
		const char *text, *directives;
	} rows[] = {
		{ "", "" },
		{ "a # if b\n", "" },
		{ "#if A\n#endif", "1-1:1 A; 2-2:8 " },
		{ "\t /* a */ # /* b */ if /* c */ A /* d */ && B // e\n",
		  "1-1:1 A   && B" },
		{ "/* a\n*/ # \\\n ifdef A\\\r\nB\n", "2-4:2 AB" },
		{ "#if A /* b\n c */\nx\n#else", "1-2:1 A; +4-4:7 " },
		{ "/*\n#if 0\n*/ // \\\n#if 1\n\"/*\"\n'\"'\n#if 2",
		  "+7-7:1 2" },
		{ "#\n#if\n#error it's /* a\n#if 3\n",
		  "1-1:0 ; 2-2:1 ; "
		  "3-3:0 it's /* a; 4-4:1 3" },
		{ "?\?=if A\nx ?\?/\n#if B\n", "+3-3:1 B" },
		{ "%:ifndef A\n%\\\n: define A\n", "1-1:3 A; 2-3:11 A" },
		{ "#define A \"\\\n#if\" \\\n#if 0\n#undef A",
		  "1-3:11 A \"#if\" #if 0; 4-4:12 A" },
		{ "#elifdef A\n#elifndef B\n#elif C", "1-1:5 A; 2-2:6 B; 3-3:4 "
						      "C" },
		{ "x\r#if A\r\n#endif", "+2-2:1 A; 3-3:8 " },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *found = directives(rows[i].text);

		g_assert_cmpstr(found, ==, rows[i].directives);
	}
}

static void test_includes(void)
{
	static const char text[] =
		"#include \"a.h\"\n# include <b/c.h>\n#\tinclude\"d.h\"\n"
		"%:include \"e.h\"\n#include/**/\"f.h\" /* g */\n"
		"/* h */ #include \"h.h\"\n#\\\ninclude \\\r\n\"i\\\n.h\"\n"
		"#include_next <j.h>\n#import \"k.h\"\n#include L M\n"
		"#include N(o) // p\n#in\\\nclude <q//r.h>\n"
		"#include\n#include \"s\n#include <t\n#includes \"u\"\n"
		"#include 'v'\nx #include \"w\"\n/*\n#include \"x\"\n*/\n"
		"s = \"\\\n#include 'y'\";\n#include \"\"";
	g_autoptr(GString) found = g_string_new(NULL);
	struct directive_reader reader;
	struct include include;

	directive_reader_init(&reader, text, strlen(text));
	while (include_next(&reader, &include)) {
		g_string_append_printf(found, "%c%s ", " \"<="[include.form],
				       include.name);
		g_free(include.name);
	}
	g_assert_cmpstr(found->str, ==,
			"\"a.h <b/c.h \"d.h \"e.h \"f.h \"h.h \"i.h <j.h \"k.h "
			"=L M =N(o) <q//r.h \" ");
}

/* Twice the text takes no more than a few times as long: no square. */
static void test_linear(void)
{
	static const char *const pieces[] = {
		"/* ", "*/",	"\\ ",	       "\\\n",	      "\"",
		"'\\", "#",	"# include <", "#if ",	      "%:",
		"/",   "*\\\n", "<%",	       "\r",	      "a",
		" ",   "/\\\n", "%\\\n",       "#include a ", "a\\\n ",
	};
	enum { TIMES = 1 << 18 };

	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		struct directive_reader reader;
		struct include include;
		gint64 start = g_get_monotonic_time();

		for (guint k = 0; k < TIMES; k++)
			g_string_append(text, pieces[i]);
		directive_reader_init(&reader, text->str, text->len);
		while (include_next(&reader, &include))
			g_free(include.name);
		g_array_unref(conditionals_read(text->str, text->len));
		g_free(lexed(text->str));
		/* A square of these sizes takes minutes. */
		g_assert_cmpint(g_get_monotonic_time() - start, <, 20000000);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/lexer", test_lexer);
	g_test_add_func("/text/lexer_cut", test_lexer_cut);
	g_test_add_func("/text/lexer_nul", test_lexer_nul);
	g_test_add_func("/text/lexer_comments", test_lexer_comments);
	g_test_add_func("/text/directives", test_directives);
	g_test_add_func("/text/includes", test_includes);
	g_test_add_func("/text/linear", test_linear);
	return g_test_run();
}
