// SPDX-License-Identifier: GPL-2.0-only
/* Reads conditional directives, one logical line at a time. */
#include "directive.h"

#include <stdbool.h>
#include <string.h>

struct reader {
	const char *text;
	gsize length;
	GArray *found;
	GArray *open; /* guint: index of the last branch of each open chain */
	guint unguarded; /* 1 + index of an #ifndef on the line before; or 0 */
};

static bool is_at(const char *p, const char *end, const char *pair)
{
	return p + 1 < end && p[0] == pair[0] && p[1] == pair[1];
}

/* Behind the block comment that begins at p. */
static const char *skip_block_comment(const char *p, const char *end)
{
	for (p += 2; p < end; p++) {
		if (is_at(p, end, "*/"))
			return p + 2;
	}
	return end;
}

/* The end of the line at p, where no backslash hides it. */
static const char *line_end(const char *p, const char *end)
{
	for (; p < end && *p != '\n'; p++) {
		if (is_at(p, end, "\\\n"))
			p++;
	}
	return p;
}

/* Behind a string or character constant, or the end of an open one's line. */
static const char *skip_quoted(const char *p, const char *end)
{
	char quote = *p++;

	while (p < end && *p != quote && *p != '\n')
		p += *p == '\\' && p + 1 < end ? 2 : 1;
	return p < end && *p == quote ? p + 1 : p;
}

/*
 * Appends the logical line at p to ret_line, without splices and comments,
 * and returns its end: a newline, or the end of the text. *ret_hash is where
 * a # that begins it stands.
 */
static const char *read_line(const char *p, const char *end, GString *ret_line,
			     const char **ret_hash)
{
	while (p < end && *p != '\n') {
		const char *start = p;

		if (is_at(p, end, "\\\n")) {
			p += 2;
		} else if (is_at(p, end, "/*")) {
			p = skip_block_comment(p, end);
			g_string_append_c(ret_line, ' ');
		} else if (is_at(p, end, "//")) {
			return line_end(p, end);
		} else if (*p == '"' || *p == '\'') {
			p = skip_quoted(p, end);
			g_string_append_len(ret_line, start, p - start);
		} else {
			if (*p == '#' && !*ret_hash)
				*ret_hash = p;
			g_string_append_c(ret_line, *p++);
		}
	}
	return p;
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
	} else if (strcmp(word, "elifdef") == 0) {
		directive.kind = DIRECTIVE_ELIF;
		directive.condition = g_strdup_printf("defined(%s)", rest);
		continue_chain(reader, &directive);
	} else if (strcmp(word, "elifndef") == 0) {
		directive.kind = DIRECTIVE_ELIF;
		directive.condition = g_strdup_printf("!defined(%s)", rest);
		continue_chain(reader, &directive);
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

static guint32 count_newlines(const char *p, const char *end)
{
	guint32 nr = 0;

	for (; p < end; p++)
		nr += *p == '\n';
	return nr;
}

GArray *directives_read(const char *text, gsize length)
{
	struct reader reader = {
		.text = text,
		.length = length,
		.found = g_array_new(FALSE, FALSE, sizeof(struct directive)),
		.open = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	const char *end = text + length;
	guint32 line = 1;

	g_array_set_clear_func(reader.found, directive_clear);
	for (const char *p = text; p < end; p++, line++) {
		g_autoptr(GString) plain = g_string_new(NULL);
		const char *hash = NULL;
		const char *start = p;

		p = read_line(start, end, plain, &hash);
		line += count_newlines(start, p);
		take_line(&reader, g_strstrip(plain->str),
			  (struct directive){
				  .start = (gsize)((hash ? hash : p) - text),
				  .end = (gsize)(p - text),
				  .last_line = line,
			  });
	}
	g_array_free(reader.open, TRUE);
	return reader.found;
}
