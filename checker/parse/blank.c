// SPDX-License-Identifier: GPL-2.0-only
/*
 * One pass over a header, as a compiler would tell code from comments,
 * literals and directives, but without macros: a function whose head a macro
 * makes is no function here, and keeps its body.
 */
#include "blank.h"

#include <stdbool.h>
#include <string.h>

#define IDENTIFIER_BYTES \
	"_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

/* Where the pass is, and what it knows of the declaration that it is in. */
struct blanker {
	char *text;
	gsize length, at;
	bool is_line_start; /* only blanks before it on the line */
	bool has_begun;	    /* the declaration has a token */
	bool has_inline;
	bool is_odd; /* it is initialised, or a directive is in its midst */
	gint parentheses;
	char last; /* first byte of the last token, or 0 */
	guint nr_blanked;
	GPtrArray *names;
};

static void forget(struct blanker *blanker)
{
	blanker->has_begun = blanker->has_inline = blanker->is_odd = false;
	blanker->parentheses = 0;
	blanker->last = '\0';
}

static bool is_at(const struct blanker *blanker, gsize at, const char *word)
{
	return strncmp(blanker->text + at, word, strlen(word)) == 0;
}

/* Behind a comment that begins here; here, if none does. */
static gsize skip_comment(const struct blanker *blanker, gsize at)
{
	const char *end = NULL;

	if (is_at(blanker, at, "/*"))
		end = strstr(blanker->text + at + 2, "*/");
	else if (is_at(blanker, at, "//"))
		end = strchr(blanker->text + at, '\n');
	else
		return at;
	if (!end)
		return blanker->length;
	return (gsize)(end - blanker->text) + (*end == '*' ? 2 : 0);
}

/* Behind a literal; an open one ends with its line. */
static gsize skip_literal(const struct blanker *blanker, gsize at)
{
	const char quote = blanker->text[at++];

	while (at < blanker->length && blanker->text[at] != quote &&
	       blanker->text[at] != '\n')
		at += blanker->text[at] == '\\' && at + 1 < blanker->length ?
			      2 :
			      1;
	return MIN(at + 1, blanker->length);
}

/* The end of a directive's line, with all that is spliced to it. */
static gsize skip_directive(const struct blanker *blanker, gsize at)
{
	while (at < blanker->length && blanker->text[at] != '\n') {
		gsize behind = skip_comment(blanker, at);

		if (behind > at)
			at = behind;
		else if (is_at(blanker, at, "\\\n"))
			at += 2;
		else if (is_at(blanker, at, "\\\r\n"))
			at += 3;
		else
			at++;
	}
	return MIN(at, blanker->length);
}

/* Notes the name of an #include whose '#' is here. */
static void note_include(struct blanker *blanker)
{
	const char *p = blanker->text + blanker->at + 1;
	gsize length;

	p += strspn(p, " \t");
	if (!g_str_has_prefix(p, "include"))
		return;
	p += strlen("include");
	p += strspn(p, " \t");
	if (*p != '"' && *p != '<')
		return;
	length = 1 + strcspn(p + 1, *p == '<' ? ">\n" : "\"\n");
	if (p[length] != '\0' && p[length] != '\n')
		g_ptr_array_add(blanker->names, g_strndup(p, length));
}

/*
 * The brace that closes the one at a place; 0 if there is none.
 * *ret_has_directive tells whether a directive is between them.
 */
static gsize find_end(const struct blanker *blanker, gsize at,
		      bool *ret_has_directive)
{
	bool is_line_start = false;
	guint depth = 0;

	*ret_has_directive = false;
	while (at < blanker->length) {
		const char byte = blanker->text[at];
		gsize behind = skip_comment(blanker, at);

		if (behind > at) {
			at = behind;
			continue;
		}
		if (byte == '#' && is_line_start) {
			*ret_has_directive = true;
			at = skip_directive(blanker, at);
			continue;
		}
		if (byte == '"' || byte == '\'') {
			at = skip_literal(blanker, at);
			is_line_start = false;
			continue;
		}
		if (byte == '{')
			depth++;
		else if (byte == '}' && --depth == 0)
			return at;
		is_line_start = byte == '\n' ||
				(is_line_start && g_ascii_isspace(byte));
		at++;
	}
	return 0;
}

static void blank(struct blanker *blanker, gsize start, gsize end)
{
	for (gsize i = start; i <= end; i++) {
		if (blanker->text[i] != '\n')
			blanker->text[i] = ' ';
	}
	blanker->text[start] = ';';
	blanker->nr_blanked++;
}

/* Two halves under two conditions may have one brace too many. */
static gsize behind_odd_braces(const struct blanker *blanker)
{
	const char *end = strstr(blanker->text + blanker->at, "\n}");

	return end ? (gsize)(end + 2 - blanker->text) : blanker->at + 1;
}

static void take_brace(struct blanker *blanker)
{
	bool is_function = blanker->last == ')' && blanker->parentheses == 0;
	bool has_directive;
	gsize end = find_end(blanker, blanker->at, &has_directive);

	if (end == 0 || (is_function && has_directive)) {
		blanker->at = behind_odd_braces(blanker);
		forget(blanker);
		return;
	}
	if (is_function && blanker->has_inline && !blanker->is_odd)
		blank(blanker, blanker->at, end);
	blanker->at = end + 1;
	blanker->last = '}';
	if (is_function)
		forget(blanker);
}

static void take_word(struct blanker *blanker)
{
	const char *word = blanker->text + blanker->at;
	gsize length = strspn(word, IDENTIFIER_BYTES);

	/* inline, __inline__, __always_inline, __no_kasan_or_inline, .. */
	if (memmem(word, length, "inline", strlen("inline")))
		blanker->has_inline = true;
	blanker->last = *word;
	blanker->at += length;
}

static void take_sign(struct blanker *blanker, char byte)
{
	blanker->last = byte;
	blanker->at++;
	if (byte == '(')
		blanker->parentheses++;
	else if (byte == ')')
		blanker->parentheses--;
	else if (byte == '=' && blanker->parentheses == 0)
		blanker->is_odd = true;
	else if (byte == '}' || (byte == ';' && blanker->parentheses == 0))
		forget(blanker);
}

static void take_token(struct blanker *blanker)
{
	const char byte = blanker->text[blanker->at];

	blanker->is_line_start = false;
	blanker->has_begun = true;
	if (byte == '{') {
		take_brace(blanker);
	} else if (byte == '"' || byte == '\'') {
		blanker->at = skip_literal(blanker, blanker->at);
		blanker->last = byte;
	} else if (byte == '_' || g_ascii_isalnum(byte)) {
		take_word(blanker);
	} else {
		take_sign(blanker, byte);
	}
}

static void take_directive(struct blanker *blanker)
{
	note_include(blanker);
	if (blanker->has_begun)
		blanker->is_odd = true;
	blanker->at = skip_directive(blanker, blanker->at);
}

guint blank_bodies(char *text, gsize length, GPtrArray *ret_names)
{
	struct blanker blanker = {
		.text = text,
		.length = length,
		.is_line_start = true,
		.names = ret_names,
	};

	while (blanker.at < length) {
		const char byte = text[blanker.at];
		gsize behind = skip_comment(&blanker, blanker.at);

		if (behind > blanker.at) {
			blanker.at = behind;
		} else if (g_ascii_isspace(byte)) {
			blanker.is_line_start |= byte == '\n';
			blanker.at++;
		} else if (byte == '#' && blanker.is_line_start) {
			take_directive(&blanker);
		} else {
			take_token(&blanker);
		}
	}
	return blanker.nr_blanked;
}
