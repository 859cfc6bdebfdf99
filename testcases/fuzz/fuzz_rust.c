// SPDX-License-Identifier: GPL-2.0-only
/* Rust, documents and their comments: tokens follow each other. */
#include "fuzz.h"

#include "findings/comments.h"
#include "text/document.h"
#include "text/rust.h"

static void check_tokens(const char *text, gsize size)
{
	struct rust_lexer lexer;
	struct rust_token token;
	const char *from = text;
	guint32 line = 1;

	rust_lexer_init(&lexer, text, size);
	lexer.keeps_comments = true;
	while (rust_lexer_next(&lexer, &token)) {
		g_assert(token.start >= from && token.length > 0);
		g_assert(token.start + token.length <= text + size);
		g_assert(token.line >= line);
		from = token.start + token.length;
		line = token.line;
	}
}

static void check_codes(const char *text, gsize size)
{
	g_autoptr(GArray) codes = document_codes(text, size);
	g_autoptr(GArray) words = parameter_words(text, size);

	for (guint i = 0; i < codes->len; i++) {
		const struct vma_code *code =
			&g_array_index(codes, struct vma_code, i);

		g_assert(code->code >= text &&
			 code->code + code->length <= text + size);
		g_assert(code->description + code->description_length <=
			 text + size);
	}
	for (guint i = 0; i < words->len; i++)
		g_assert(g_array_index(words, struct parameter_word, i).line >
			 0);
}

static void check_comments(enum path_language language, const char *text,
			   gsize size)
{
	g_autoptr(GPtrArray) found = suppressions_read_as(language, text, size);

	for (guint i = 0; i < found->len; i++) {
		const struct suppression *one = g_ptr_array_index(found, i);

		g_assert(one->line > 0 && one->first <= one->last);
	}
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	/* No NUL behind it: whoever looks there is told of. */
	g_autofree char *text = g_memdup2(data, size);

	check_tokens(text, size);
	check_codes(text, size);
	check_comments(LANGUAGE_RUST, text, size);
	check_comments(LANGUAGE_DOCUMENT, text, size);
	check_comments(LANGUAGE_BINDGEN, text, size);
	return 0;
}
