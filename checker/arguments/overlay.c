// SPDX-License-Identifier: GPL-2.0-only
/*
 * A write to a const member is an error from which clang keeps a node of
 * dependent type only: operator and operand types are lost. Without the const
 * the write is an ordinary assignment; that it is one to a const member is
 * known from the tree's API.
 */
#include "overlay.h"

#include <stdbool.h>
#include <string.h>

#include "arguments.h"
#include "base/path_kind.h"
#include "text/lexer.h"

/* Blanks the last const of a member that is called vm_flags. */
static guint blank_members(char *text, struct lexer *lexer)
{
	struct lex_token token, const_token = { 0 };
	bool has_flags = false;
	guint depth = 1, nr = 0;

	while (depth > 0 && lexer_next(lexer, &token)) {
		if (token.in_directive)
			continue;
		if (lex_token_is(&token, "const") && !token.is_odd)
			const_token = token;
		else if (lex_token_is(&token, "vm_flags"))
			has_flags = true;
		depth += lex_token_is(&token, "{");
		depth -= lex_token_is(&token, "}");
		if (lex_token_is(&token, ";") && has_flags &&
		    const_token.start) {
			memset(text + (const_token.start - text), ' ',
			       const_token.length);
			nr++;
		}
		if (lex_token_is(&token, ";") || lex_token_is(&token, "{")) {
			const_token = (struct lex_token){ 0 };
			has_flags = false;
		}
	}
	return nr;
}

guint overlay_blank_const(char *text, gsize length)
{
	struct lex_token token, last = { 0 }, before = { 0 };
	struct lexer lexer;
	guint nr = 0;

	/* Nearly all texts have none, and so need no second look. */
	if (!memmem(text, length, "vm_area_struct", strlen("vm_area_struct")))
		return 0;
	lexer_init(&lexer, text, length);
	for (; lexer_next(&lexer, &token); before = last, last = token) {
		if (lex_token_is(&token, "{") && before.start &&
		    lex_token_is(&last, "vm_area_struct") &&
		    lex_token_is(&before, "struct"))
			nr += blank_members(text, &lexer);
	}
	return nr;
}

bool overlay_concerns(const struct overlay *overlay, const char *source)
{
	const char *slash = source ? strrchr(source, '/') : NULL;

	if (g_str_has_suffix(overlay->path, ".h") ||
	    path_kind(overlay->path) == PATH_TEXT)
		return true;
	return slash &&
	       strncmp(overlay->path, source, (gsize)(slash + 1 - source)) == 0;
}
