// SPDX-License-Identifier: GPL-2.0-only
/* Reads conditional directives line by line. */
#include "directive.h"

#include <stdbool.h>
#include <string.h>

struct reader {
	const char *text;
	gsize length;
	bool in_comment; /* a block comment goes on over the line's end */
	GArray *found;
	GArray *open; /* guint: index of the last branch of each open chain */
	guint unguarded; /* 1 + index of an #ifndef on the line before; or 0 */
};

/* The end of the logical line that starts at `at`; counts its newlines. */
static gsize logical_end(const struct reader *reader, gsize at,
			 guint32 *ret_more_lines)
{
	*ret_more_lines = 0;
	for (; at < reader->length; at++) {
		if (reader->text[at] != '\n')
			continue;
		if (at == 0 || reader->text[at - 1] != '\\')
			break;
		(*ret_more_lines)++;
	}
	return at;
}

/* Appends a byte of a line unless it is part of a splice. */
static void append_byte(GString *line, const char *p, const char *end)
{
	if (*p == '\\' && p + 1 < end && p[1] == '\n')
		return;
	g_string_append_c(line, *p == '\n' ? ' ' : *p);
}

/* A string or character constant hides comment marks; skips to its end. */
static const char *skip_quoted(const char *p, const char *end, GString *line)
{
	char quote = *p;

	g_string_append_c(line, *p++);
	while (p < end && *p != quote) {
		if (*p == '\\' && p + 1 < end)
			append_byte(line, p++, end);
		append_byte(line, p++, end);
	}
	return p;
}

/* A logical line without its comments and splices; owned. */
static char *plain_line(struct reader *reader, gsize start, gsize end_offset)
{
	GString *line = g_string_new(NULL);
	const char *end = reader->text + end_offset;

	for (const char *p = reader->text + start; p < end; p++) {
		bool more = p + 1 < end;

		if (reader->in_comment) {
			if (*p == '*' && more && p[1] == '/') {
				reader->in_comment = false;
				p++;
			}
		} else if (*p == '/' && more && p[1] == '*') {
			reader->in_comment = true;
			g_string_append_c(line, ' ');
			p++;
		} else if (*p == '/' && more && p[1] == '/') {
			break;
		} else if (*p == '"' || *p == '\'') {
			p = skip_quoted(p, end, line);
			if (p < end)
				g_string_append_c(line, *p);
		} else {
			append_byte(line, p, end);
		}
	}
	return g_strstrip(g_string_free(line, FALSE));
}

/* The word after '#', and what follows it. */
static bool split_directive(const char *line, char **ret_word,
			    const char **ret_rest)
{
	const char *p = line;
	const char *start;

	if (*p++ != '#')
		return false;
	while (g_ascii_isspace(*p))
		p++;
	start = p;
	while (g_ascii_isalpha(*p))
		p++;
	*ret_word = g_strndup(start, (gsize)(p - start));
	while (g_ascii_isspace(*p))
		p++;
	*ret_rest = p;
	return true;
}

static void open_chain(struct reader *reader, struct directive *directive)
{
	directive->kind = DIRECTIVE_IF;
	directive->before = reader->found->len;
	g_array_append_val(reader->open, reader->found->len);
	g_array_append_val(reader->found, *directive);
}

static void continue_chain(struct reader *reader, struct directive *directive)
{
	guint *last;

	if (reader->open->len == 0) {
		g_free(directive->condition);
		return;
	}
	last = &g_array_index(reader->open, guint, reader->open->len - 1);
	directive->before = *last;
	*last = reader->found->len;
	if (directive->kind == DIRECTIVE_ENDIF)
		g_array_set_size(reader->open, reader->open->len - 1);
	g_array_append_val(reader->found, *directive);
}

/* A header that guards itself must not be read twice: its #ifndef stays. */
static void note_guard(struct reader *reader, const char *rest)
{
	struct directive *directive;
	g_autofree char *condition = NULL;
	gsize length = strcspn(rest, " \t(");

	if (!reader->unguarded)
		return;
	directive = &g_array_index(reader->found, struct directive,
				   reader->unguarded - 1);
	condition = g_strdup_printf("!defined(%.*s)", (int)length, rest);
	directive->is_guard = strcmp(condition, directive->condition) == 0;
}

static void take_line(struct reader *reader, const char *line,
		      struct directive directive)
{
	g_autofree char *word = NULL;
	const char *rest = "";

	if (!split_directive(line, &word, &rest)) {
		if (*line)
			reader->unguarded = 0;
		return;
	}
	if (strcmp(word, "define") == 0)
		note_guard(reader, rest);
	reader->unguarded = 0;
	if (strcmp(word, "if") == 0) {
		directive.condition = g_strdup(rest);
		open_chain(reader, &directive);
	} else if (strcmp(word, "ifdef") == 0) {
		directive.condition = g_strdup_printf("defined(%s)", rest);
		open_chain(reader, &directive);
	} else if (strcmp(word, "ifndef") == 0) {
		directive.condition = g_strdup_printf("!defined(%s)", rest);
		open_chain(reader, &directive);
		reader->unguarded = reader->found->len;
	} else if (strcmp(word, "elif") == 0) {
		directive.kind = DIRECTIVE_ELIF;
		directive.condition = g_strdup(rest);
		continue_chain(reader, &directive);
	} else if (strcmp(word, "else") == 0 || strcmp(word, "endif") == 0) {
		directive.kind = word[1] == 'l' ? DIRECTIVE_ELSE :
						  DIRECTIVE_ENDIF;
		directive.condition = g_strdup("");
		continue_chain(reader, &directive);
	}
}

static void directive_clear(gpointer element)
{
	g_free(((struct directive *)element)->condition);
}

GArray *directives_read(const char *text, gsize length)
{
	struct reader reader = {
		.text = text,
		.length = length,
		.found = g_array_new(FALSE, FALSE, sizeof(struct directive)),
		.open = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	guint32 line = 1;

	g_array_set_clear_func(reader.found, directive_clear);
	for (gsize at = 0; at < length;) {
		guint32 more = 0;
		gsize end = logical_end(&reader, at, &more);
		bool was_in_comment = reader.in_comment;
		g_autofree char *plain = plain_line(&reader, at, end);

		if (!was_in_comment)
			take_line(&reader, plain,
				  (struct directive){.start = at,
						     .end = end,
						     .line = line});
		line += more + 1;
		at = end + 1;
	}
	g_array_free(reader.open, TRUE);
	return reader.found;
}
