// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds the comments and what each is for, by braces, lines and directives.
 * A light scan: it need not understand C, only tell code from comment.
 */
#include "comments.h"

#include <limits.h>
#include <string.h>

enum form { FORM_LINE, FORM_FUNCTION, FORM_FILE };

static const struct {
	const char *word;
	enum form form;
} forms[] = {
	{ "allow-function", FORM_FUNCTION },
	{ "allow-file", FORM_FILE },
	{ "allow", FORM_LINE },
};

struct scan {
	const char *start, *next, *end;
	const char *line_start;
	unsigned int line;
	bool has_code; /* on this line, before next */
	bool in_directive;
	char *macro; /* that the directive defines, or NULL */
	unsigned int depth, parentheses;
	bool has_call;	       /* a parenthesis since the last declaration */
	char last;	       /* the last byte of code */
	unsigned int function; /* line of the function's brace; 0: outside */
	GPtrArray *found;
	GPtrArray *of_function; /* those that wait for their function's end */
	GPtrArray *below;	/* those for the next line of code */
	GPtrArray *ahead;	/* those for the next function */
};

static void free_suppression(gpointer data)
{
	struct suppression *suppression = data;

	g_free(suppression->macro);
	g_strfreev(suppression->rules);
	g_free(suppression->reason);
	g_free(suppression->text);
	g_free(suppression);
}

GPtrArray *suppressions_new(void)
{
	return g_ptr_array_new_with_free_func(free_suppression);
}

/* The reason in one line, without the stars of a long comment. */
static char *fold_reason(const char *text, gsize length)
{
	GString *folded = g_string_new(NULL);
	bool at_line_start = false;

	for (gsize i = 0; i < length; i++) {
		char byte = text[i];

		if (g_ascii_isspace(byte) || (byte == '*' && at_line_start)) {
			at_line_start |= byte == '\n';
			if (folded->len && folded->str[folded->len - 1] != ' ')
				g_string_append_c(folded, ' ');
			continue;
		}
		at_line_start = false;
		g_string_append_c(folded, byte);
	}
	return g_strchomp(g_string_free(folded, FALSE));
}

static void place(struct scan *scan, struct suppression *suppression,
		  enum form form)
{
	switch (form) {
	case FORM_FILE:
		suppression->first = 1;
		suppression->last = UINT_MAX;
		break;
	case FORM_FUNCTION:
		suppression->first = scan->function;
		g_ptr_array_add(scan->function ? scan->of_function :
						 scan->ahead,
				suppression);
		break;
	case FORM_LINE:
		if (!scan->has_code && !scan->in_directive) {
			g_ptr_array_add(scan->below, suppression);
			break;
		}
		suppression->first = suppression->last = suppression->line;
		suppression->macro = g_strdup(scan->macro);
		break;
	}
}

/* "(a, b): why" behind the word; the comment ends at `end`. */
static void take_allow(struct scan *scan, const char *word, const char *open,
		       const char *end, enum form form)
{
	const char *close = memchr(open, ')', (gsize)(end - open));
	struct suppression *suppression;
	g_autofree char *list = NULL;
	const char *reason;

	if (!close)
		return;
	list = g_strndup(open + 1, (gsize)(close - open - 1));
	reason = close + 1;
	while (reason < end && (g_ascii_isspace(*reason) || *reason == ':'))
		reason++;
	suppression = g_new0(struct suppression, 1);
	suppression->line = scan->line;
	suppression->column = (unsigned int)(scan->next - scan->line_start) + 1;
	suppression->rules = g_strsplit(list, ",", -1);
	for (char **rule = suppression->rules; *rule; rule++)
		g_strstrip(*rule);
	suppression->reason = fold_reason(reason, (gsize)(end - reason));
	suppression->text = g_strndup(word, (gsize)(close + 1 - word));
	g_ptr_array_add(scan->found, suppression);
	place(scan, suppression, form);
}

/* A comment's text, without its marks. */
static void take_comment(struct scan *scan, const char *text, const char *end)
{
	static const char mark[] = "vmalint:";

	while (text < end && (g_ascii_isspace(*text) || *text == '*'))
		text++;
	if ((gsize)(end - text) < strlen(mark) ||
	    memcmp(text, mark, strlen(mark)) != 0)
		return;
	text += strlen(mark);
	while (text < end && g_ascii_isspace(*text))
		text++;
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		gsize length = strlen(forms[i].word);

		if ((gsize)(end - text) > length &&
		    memcmp(text, forms[i].word, length) == 0 &&
		    text[length] == '(') {
			take_allow(scan, text, text + length, end,
				   forms[i].form);
			return;
		}
	}
}

static void end_line(struct scan *scan)
{
	bool is_spliced = scan->next > scan->start && scan->next[-1] == '\\';

	scan->line++;
	scan->line_start = scan->next + 1;
	scan->has_code = false;
	if (scan->in_directive && !is_spliced) {
		scan->in_directive = false;
		g_clear_pointer(&scan->macro, g_free);
	}
}

/* Moves to `to`, counting lines. */
static void skip_to(struct scan *scan, const char *to)
{
	for (; scan->next < to; scan->next++) {
		if (*scan->next == '\n') {
			scan->line++;
			scan->line_start = scan->next + 1;
		}
	}
}

static void skip_block_comment(struct scan *scan)
{
	const char *text = scan->next + 2;
	const char *close = g_strstr_len(text, scan->end - text, "*/");
	const char *end = close ? close : scan->end;

	take_comment(scan, text, end);
	skip_to(scan, close ? close + 2 : scan->end);
}

static void skip_line_comment(struct scan *scan)
{
	const char *text = scan->next + 2;
	const char *end = memchr(text, '\n', (gsize)(scan->end - text));

	take_comment(scan, text, end ? end : scan->end);
	scan->next = end ? end : scan->end;
}

static void skip_literal(struct scan *scan, char quote)
{
	const char *p = scan->next + 1;

	while (p < scan->end && *p != quote && *p != '\n')
		p += *p == '\\' && p + 1 < scan->end ? 2 : 1;
	skip_to(scan, MIN(p + (p < scan->end && *p == quote), scan->end));
}

/* The name behind "# define", or NULL. */
static char *defined_name(const struct scan *scan)
{
	const char *p = scan->next + 1;
	const char *name;

	while (p < scan->end && (*p == ' ' || *p == '\t'))
		p++;
	if (scan->end - p < 7 || memcmp(p, "define", 6) != 0)
		return NULL;
	for (p += 6; p < scan->end && (*p == ' ' || *p == '\t');)
		p++;
	name = p;
	while (p < scan->end && (g_ascii_isalnum(*p) || *p == '_'))
		p++;
	return g_strndup(name, (gsize)(p - name));
}

/* The first code of a line: what the comments above were for. */
static void begin_code(struct scan *scan)
{
	if (*scan->next == '#' && !scan->in_directive) {
		scan->in_directive = true;
		scan->macro = defined_name(scan);
	}
	scan->has_code = true;
	for (guint i = 0; i < scan->below->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->below, i);

		suppression->first = suppression->last = scan->line;
		suppression->macro = g_strdup(scan->macro);
	}
	g_ptr_array_set_size(scan->below, 0);
}

static void begin_function(struct scan *scan)
{
	scan->function = scan->line;
	for (guint i = 0; i < scan->ahead->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->ahead, i);

		suppression->first = suppression->line;
		g_ptr_array_add(scan->of_function, suppression);
	}
	g_ptr_array_set_size(scan->ahead, 0);
}

static void end_function(struct scan *scan)
{
	for (guint i = 0; i < scan->of_function->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->of_function, i);

		suppression->last = scan->line;
	}
	g_ptr_array_set_size(scan->of_function, 0);
	scan->function = 0;
}

/* Follows braces; directives may hold halves of them. */
static void take_code(struct scan *scan, char byte)
{
	if (scan->in_directive)
		return;
	if (byte == '{') {
		if (scan->depth++ == 0 && scan->has_call && scan->last != '=')
			begin_function(scan);
	} else if (byte == '}') {
		scan->depth -= scan->depth > 0;
		if (scan->depth == 0) {
			end_function(scan);
			scan->has_call = false;
		}
	} else if (scan->depth == 0 && byte == '(') {
		scan->has_call = true;
	} else if (scan->depth == 0 && byte == ';') {
		scan->has_call = false;
	}
	scan->last = byte;
}

static void step(struct scan *scan)
{
	char byte = *scan->next;
	char after = scan->next + 1 < scan->end ? scan->next[1] : '\0';

	if (byte == '\n') {
		end_line(scan);
		scan->next++;
	} else if (byte == '/' && after == '*') {
		skip_block_comment(scan);
	} else if (byte == '/' && after == '/') {
		skip_line_comment(scan);
	} else if (g_ascii_isspace(byte)) {
		scan->next++;
	} else {
		if (!scan->has_code)
			begin_code(scan);
		take_code(scan, byte);
		if (byte == '"' || byte == '\'')
			skip_literal(scan, byte);
		else
			scan->next++;
	}
}

GPtrArray *suppressions_read(const char *text, gsize length)
{
	struct scan scan = {
		.start = text,
		.next = text,
		.end = text + length,
		.line_start = text,
		.line = 1,
		.found = suppressions_new(),
		.of_function = g_ptr_array_new(),
		.below = g_ptr_array_new(),
		.ahead = g_ptr_array_new(),
	};

	/* Most files have none. */
	if (length > 0 && memmem(text, length, "vmalint:", 8)) {
		while (scan.next < scan.end)
			step(&scan);
		end_function(&scan);
	}
	g_free(scan.macro);
	g_ptr_array_free(scan.of_function, TRUE);
	g_ptr_array_free(scan.below, TRUE);
	g_ptr_array_free(scan.ahead, TRUE);
	return scan.found;
}
