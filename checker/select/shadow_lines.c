// SPDX-License-Identifier: GPL-2.0-only
#include "shadow_lines.h"

#include "text/document.h"
#include "text/name_set.h"
#include "text/rust.h"

/* Lines come in their order. */
static void add_line(GArray *lines, guint32 line)
{
	if (lines->len == 0 ||
	    g_array_index(lines, guint32, lines->len - 1) != line)
		g_array_append_val(lines, line);
}

static void rust_lines(GHashTable *names, const char *text, gsize length,
		       GArray *ret_lines)
{
	struct rust_lexer lexer;
	struct rust_token token;

	rust_lexer_init(&lexer, text, length);
	while (rust_lexer_next(&lexer, &token)) {
		if (token.kind == RUST_IDENTIFIER &&
		    name_set_has(names, token.start, token.length))
			add_line(ret_lines, token.line);
	}
}

static void parameter_lines(GHashTable *names, const char *text, gsize length,
			    GArray *ret_lines)
{
	g_autoptr(GArray) words = parameter_words(text, length);

	for (guint i = 0; i < words->len; i++) {
		const struct parameter_word *word =
			&g_array_index(words, struct parameter_word, i);

		if (name_set_has(names, word->start, word->length))
			add_line(ret_lines, word->line);
	}
}

static void document_lines(const char *text, gsize length, GArray *ret_lines)
{
	g_autoptr(GArray) codes = document_codes(text, length);

	for (guint i = 0; i < codes->len; i++)
		add_line(ret_lines,
			 g_array_index(codes, struct vma_code, i).line);
}

void shadow_lines(GHashTable *names, enum path_language language,
		  const char *text, gsize length, GArray *ret_lines)
{
	switch (language) {
	case LANGUAGE_RUST:
		rust_lines(names, text, length, ret_lines);
		break;
	case LANGUAGE_BINDGEN:
		parameter_lines(names, text, length, ret_lines);
		break;
	case LANGUAGE_DOCUMENT:
		document_lines(text, length, ret_lines);
		break;
	case LANGUAGE_C:
	case LANGUAGE_NONE:
		break;
	}
}
