// SPDX-License-Identifier: GPL-2.0-only
/* The reader of Rust, and of documents: tokens, codes, items of bindgen. */
#include <glib.h>
#include <string.h>

#include "text/document.h"
#include "text/rust.h"

/* "i:fn i:f p:( .." of a text, comments included if they are kept. */
static char *tokens_of(const char *text, bool keeps_comments)
{
	static const char kinds[] = {
		[RUST_END] = 'e',     [RUST_IDENTIFIER] = 'i',
		[RUST_NUMBER] = 'n',  [RUST_PUNCTUATOR] = 'p',
		[RUST_LITERAL] = 'l', [RUST_LIFETIME] = 't',
		[RUST_COMMENT] = 'c'
	};
	GString *said = g_string_new(NULL);
	struct rust_lexer lexer;
	struct rust_token token;

	rust_lexer_init(&lexer, text, strlen(text));
	lexer.keeps_comments = keeps_comments;
	while (rust_lexer_next(&lexer, &token)) {
		g_autofree char *word = rust_token_text(&token);

		g_string_append_printf(said, "%s%c:%s", said->len ? " " : "",
				       kinds[token.kind], word);
	}
	return g_string_free(said, FALSE);
}

static void check(const char *text, const char *expected)
{
	g_autofree char *said = tokens_of(text, false);

	g_assert_cmpstr(said, ==, expected);
}

static void test_comments(void)
{
	g_autofree char *kept =
		tokens_of("a/* b /* c */ d */e//f\n///g\nh", true);

	check("a /* b /* c */ d */ e", "i:a i:e");
	check("a // b\n/// c\n//! d\n/** e */ f", "i:a i:f");
	check("a /* open /* */", "i:a");
	check("a / b", "i:a p:/ i:b");
	g_assert_cmpstr(kept, ==,
			"i:a c:/* b /* c */ d */ i:e c://f c:///g i:h");
}

static void test_literals(void)
{
	check("\"a\\\"b\" c", "l:\"a\\\"b\" i:c");
	check("r\"a\\\" b", "l:r\"a\\\" i:b");
	check("r#\"a \"b\" \"# c", "l:r#\"a \"b\" \"# i:c");
	check("br##\"x\"# \"##;", "l:br##\"x\"# \"## p:;");
	check("b\"x\" c\"y\" cr\"z\" b'\\''",
	      "l:b\"x\" l:c\"y\" l:cr\"z\" l:b'\\''");
	check("\"two\nlines\" a", "l:\"two\nlines\" i:a");
	check("\"open", "l:\"open");
	check("r#\"open\"", "l:r#\"open\"");
	check("brave r b cr", "i:brave i:r i:b i:cr");
}

static void test_quotes(void)
{
	check("'a' 'b", "l:'a' t:'b");
	check("&'a str", "p:& t:'a i:str");
	check("'\\n' '\\'' '\"' '\\u{1F600}'",
	      "l:'\\n' l:'\\'' l:'\"' l:'\\u{1F600}'");
	check("'\xc3\xa9' 'loop: loop", "l:'\xc3\xa9' t:'loop p:: i:loop");
	check("<'a, 'b>", "p:< t:'a p:, t:'b p:>");
	check("'", "p:'");
}

static void test_words(void)
{
	check("r#type r#\"x\"#", "i:type l:r#\"x\"#");
	check("0x1f_u8 1e9 1.5 0..9 1.max(2)",
	      "n:0x1f_u8 n:1e9 n:1.5 n:0 p:.. n:9 n:1 p:. i:max p:( n:2 p:)");
	check("a::b|=c==d=>e<<=f..=g", "i:a p::: i:b p:|= i:c p:== i:d p:=> "
				       "i:e p:<<= i:f p:..= i:g");
}

static void test_lines(void)
{
	static const char text[] = "a /*\n*/ b\n\"x\ny\" c\nd";
	static const guint32 lines[] = { 1, 2, 3, 4, 5 };
	static const bool firsts[] = { true, true, true, false, true };
	struct rust_lexer lexer;
	struct rust_token token;

	rust_lexer_init(&lexer, text, strlen(text));
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_assert_true(rust_lexer_next(&lexer, &token));
		g_assert_cmpuint(token.line, ==, lines[i]);
		g_assert_cmpint(token.is_first, ==, firsts[i]);
	}
	g_assert_false(rust_lexer_next(&lexer, &token));
}

/* "row rd 3:5 readable" and so on. */
static void check_codes(const char *text, const char *expected)
{
	static const char *const kinds[] = { "row", "code", "name" };
	g_autoptr(GArray) codes = document_codes(text, strlen(text));
	g_autoptr(GString) said = g_string_new(NULL);

	for (guint i = 0; i < codes->len; i++) {
		const struct vma_code *code =
			&g_array_index(codes, struct vma_code, i);

		g_string_append_printf(
			said, "%s %.*s %u:%u %.*s\n", kinds[code->kind],
			(int)code->length, code->code, code->line, code->column,
			(int)code->description_length, code->description);
	}
	g_assert_cmpstr(said->str, ==, expected);
}

static void test_documents(void)
{
	check_codes("\"VmFlags\" are:\n\n == ====\n rd readable\n"
		    " wr  can write\r\n abc no\n == ===\n\n zz no\n",
		    "row rd 4:2 readable\nrow wr 5:2 can write\n");
	check_codes("VmFlags\n+----+---+\n| rd | x |\n+----+---+\n| wr | y |\n",
		    "row rd 3:3 | x |\nrow wr 5:3 | y |\n");
	check_codes("VmFlags: rd wr\n== ==\nzz no\n",
		    "code rd 1:10 \ncode wr 1:13 \n");
	check_codes("%pGv read|may_write|x1 and\n%pGv only\n",
		    "name read 1:6 \nname may_write 1:11 \nname x1 1:21 \n");
	check_codes("VmFlags\n=======\n\nrd no table\n", "");
	check_codes("", "");
}

static void test_parameters(void)
{
	static const char text[] = "--opaque-type x\n--blocklist-item VM_A\n"
				   "# --blocklist-item VM_B\n"
				   "--blocklist-type=VM_C  # why\n"
				   "--blocklist-item\n";
	g_autoptr(GArray) words = parameter_words(text, strlen(text));
	g_autoptr(GString) said = g_string_new(NULL);

	for (guint i = 0; i < words->len; i++) {
		const struct parameter_word *word =
			&g_array_index(words, struct parameter_word, i);

		g_string_append_printf(said, "%.*s %u:%u\n", (int)word->length,
				       word->start, word->line, word->column);
	}
	g_assert_cmpstr(said->str, ==, "VM_A 2:18\nVM_C 4:18\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rust/comments", test_comments);
	g_test_add_func("/rust/literals", test_literals);
	g_test_add_func("/rust/quotes", test_quotes);
	g_test_add_func("/rust/words", test_words);
	g_test_add_func("/rust/lines", test_lines);
	g_test_add_func("/document/codes", test_documents);
	g_test_add_func("/document/parameters", test_parameters);
	return g_test_run();
}
