// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds the comments and what each is for, by braces, lines and directives.
 * A light scan: it need not understand C.
 */
#include "comments.h"

#include <limits.h>
#include <string.h>

#include "text/lexer.h"
#include "text/rust.h"

enum form { FORM_LINE, FORM_FUNCTION, FORM_FILE };

static const struct {
	const char *word;
	enum form form;
} forms[] = {
	{ "allow-function", FORM_FUNCTION },
	{ "allow-file", FORM_FILE },
	{ "allow", FORM_LINE },
};

/* How much of a comment of no known form its message shows, in bytes. */
enum { TEXT_SHOWN = 40 };

struct comment_scan {
	const char *start;
	struct lexer lexer;
	unsigned int next_line; /* where the token at hand has ended */
	struct lex_token last;	/* of code */
	unsigned int code_line; /* where it ended */
	char *macro;		/* that the directive defines, or NULL */
	unsigned int depth;
	bool has_call;	       /* a parenthesis since the last declaration */
	bool has_fn;	       /* of Rust: the head of a function goes by */
	unsigned int function; /* line of the function's brace; 0: outside */
	unsigned int outside;  /* depth of braces outside of the function */
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

static void place(struct comment_scan *scan, const struct lex_token *comment,
		  struct suppression *suppression, enum form form)
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
		if (scan->code_line < comment->line && !comment->in_directive) {
			g_ptr_array_add(scan->below, suppression);
			break;
		}
		suppression->first = suppression->last = suppression->line;
		suppression->macro = g_strdup(scan->macro);
		break;
	}
}

static unsigned int column_of(const struct comment_scan *scan,
			      const struct lex_token *token)
{
	const char *start = token->start;

	while (start > scan->start && start[-1] != '\n' && start[-1] != '\r')
		start--;
	return (unsigned int)(token->start - start) + 1;
}

static struct suppression *add_comment(struct comment_scan *scan,
				       const struct lex_token *comment)
{
	struct suppression *suppression = g_new0(struct suppression, 1);

	suppression->line = comment->line;
	suppression->column = column_of(scan, comment);
	g_ptr_array_add(scan->found, suppression);
	return suppression;
}

static void take_malformed(struct comment_scan *scan,
			   const struct lex_token *comment, const char *text,
			   const char *end)
{
	struct suppression *suppression = add_comment(scan, comment);
	gsize length = MIN((gsize)(end - text), TEXT_SHOWN);

	suppression->is_malformed = true;
	suppression->rules = g_new0(char *, 1);
	suppression->reason = g_strdup("");
	suppression->text = g_strndup(text, length);
	suppression->text[strcspn(suppression->text, "\r\n")] = '\0';
	g_strchomp(suppression->text);
}

/* "(a, b): why" behind the word of one of the forms. */
static void take_allow(struct comment_scan *scan,
		       const struct lex_token *comment, const char *word,
		       const char *end, gsize form)
{
	const char *open = word + strlen(forms[form].word);
	const char *close = memchr(open, ')', (gsize)(end - open));
	struct suppression *suppression;
	g_autofree char *list = NULL;
	const char *reason;

	if (!close) {
		take_malformed(scan, comment, word, end);
		return;
	}
	list = g_strndup(open + 1, (gsize)(close - open - 1));
	reason = close + 1;
	while (reason < end && (g_ascii_isspace(*reason) || *reason == ':'))
		reason++;
	suppression = add_comment(scan, comment);
	suppression->rules = g_strsplit(list, ",", -1);
	for (char **rule = suppression->rules; *rule; rule++)
		g_strstrip(*rule);
	suppression->reason = fold_reason(reason, (gsize)(end - reason));
	suppression->text = g_strndup(word, (gsize)(close + 1 - word));
	place(scan, comment, suppression, forms[form].form);
}

static void take_comment(struct comment_scan *scan,
			 const struct lex_token *comment)
{
	static const char mark[] = "vmalint:";
	const char *end = comment->start + comment->length;
	const char *text = comment->start + strlen("/*");

	if (comment->start[1] == '*' && end - text >= 2 &&
	    memcmp(end - 2, "*/", 2) == 0)
		end -= 2;
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
			take_allow(scan, comment, text, end, i);
			return;
		}
	}
	take_malformed(scan, comment, text, end);
}

/* Code is what the comments above it were for. */
static void give_to_code(struct comment_scan *scan,
			 const struct lex_token *token)
{
	for (guint i = 0; i < scan->below->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->below, i);

		suppression->first = suppression->last = token->line;
		suppression->macro = g_strdup(scan->macro);
	}
	g_ptr_array_set_size(scan->below, 0);
}

static void begin_function(struct comment_scan *scan, unsigned int line)
{
	scan->function = line;
	for (guint i = 0; i < scan->ahead->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->ahead, i);

		suppression->first = suppression->line;
		g_ptr_array_add(scan->of_function, suppression);
	}
	g_ptr_array_set_size(scan->ahead, 0);
}

static void end_function(struct comment_scan *scan, unsigned int line)
{
	for (guint i = 0; i < scan->of_function->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->of_function, i);

		suppression->last = line;
	}
	g_ptr_array_set_size(scan->of_function, 0);
	scan->function = 0;
}

/* The name that a directive defines, whose # was read just now; or NULL. */
static char *defined_name(const struct comment_scan *scan)
{
	struct lexer ahead = scan->lexer;
	struct lex_token token;

	ahead.keeps_comments = false;
	return lexer_next(&ahead, &token) && !token.first_on_line &&
			       lex_token_is(&token, "define") &&
			       lexer_next(&ahead, &token) &&
			       !token.first_on_line ?
		       lex_token_text(&token) :
		       NULL;
}

/* Follows braces; directives may hold halves of them. */
static void follow_braces(struct comment_scan *scan,
			  const struct lex_token *token)
{
	if (lex_token_is(token, "{")) {
		if (scan->depth++ == 0 && scan->has_call &&
		    !(scan->last.start && lex_token_is(&scan->last, "=")))
			begin_function(scan, token->line);
	} else if (lex_token_is(token, "}")) {
		scan->depth -= scan->depth > 0;
		if (scan->depth == 0) {
			end_function(scan, token->line);
			scan->has_call = false;
		}
	} else if (scan->depth == 0 && lex_token_is(token, "(")) {
		scan->has_call = true;
	} else if (scan->depth == 0 && lex_token_is(token, ";")) {
		scan->has_call = false;
	}
	scan->last = *token;
}

static void take_code(struct comment_scan *scan, const struct lex_token *token)
{
	if (token->first_on_line) {
		g_free(scan->macro);
		scan->macro = token->in_directive ? defined_name(scan) : NULL;
	}
	give_to_code(scan, token);
	if (!token->in_directive)
		follow_braces(scan, token);
	scan->code_line = scan->next_line;
}

static struct comment_scan scan_begin(const char *text)
{
	return (struct comment_scan){
		.start = text,
		.found = suppressions_new(),
		.of_function = g_ptr_array_new(),
		.below = g_ptr_array_new(),
		.ahead = g_ptr_array_new(),
	};
}

static GPtrArray *scan_end(struct comment_scan *scan)
{
	g_free(scan->macro);
	g_ptr_array_free(scan->of_function, TRUE);
	g_ptr_array_free(scan->below, TRUE);
	g_ptr_array_free(scan->ahead, TRUE);
	return scan->found;
}

static bool has_mark(const char *text, gsize length)
{
	return length > 0 && memmem(text, length, "vmalint:", 8);
}

GPtrArray *suppressions_read(const char *text, gsize length)
{
	struct comment_scan scan = scan_begin(text);
	struct lex_token token;

	lexer_init(&scan.lexer, text, length);
	scan.lexer.keeps_comments = true;
	/* Most files have none. */
	if (has_mark(text, length)) {
		while (lexer_next(&scan.lexer, &token)) {
			scan.next_line = scan.lexer.line;
			if (token.kind == LEX_COMMENT)
				take_comment(&scan, &token);
			else
				take_code(&scan, &token);
		}
		end_function(&scan, scan.lexer.line);
	}
	return scan_end(&scan);
}

/* Follows the braces of functions of Rust, also in others and in impl. */
static void follow_rust(struct comment_scan *scan,
			const struct lex_token *token)
{
	if (lex_token_is(token, "fn")) {
		scan->has_fn = true;
	} else if (lex_token_is(token, ";")) {
		scan->has_fn = false;
	} else if (lex_token_is(token, "{")) {
		if (scan->has_fn && scan->function == 0) {
			begin_function(scan, token->line);
			scan->outside = scan->depth;
		}
		scan->has_fn = false;
		scan->depth++;
	} else if (lex_token_is(token, "}")) {
		scan->depth -= scan->depth > 0;
		if (scan->function && scan->depth == scan->outside)
			end_function(scan, token->line);
	}
}

/* A token of Rust as one of C. */
static struct lex_token lex_token_of(const struct rust_token *token)
{
	return (struct lex_token){
		.kind = token->kind == RUST_COMMENT    ? LEX_COMMENT :
			token->kind == RUST_IDENTIFIER ? LEX_IDENTIFIER :
			token->kind == RUST_PUNCTUATOR ? LEX_PUNCTUATOR :
							 LEX_LITERAL,
		.start = token->start,
		.length = token->length,
		.line = token->line,
		.first_on_line = token->is_first,
	};
}

static GPtrArray *read_rust(const char *text, gsize length)
{
	struct comment_scan scan = scan_begin(text);
	struct rust_lexer lexer;
	struct rust_token rust;

	rust_lexer_init(&lexer, text, has_mark(text, length) ? length : 0);
	lexer.keeps_comments = true;
	while (rust_lexer_next(&lexer, &rust)) {
		const struct lex_token token = lex_token_of(&rust);

		scan.next_line = lexer.line;
		if (token.kind == LEX_COMMENT) {
			take_comment(&scan, &token);
			continue;
		}
		give_to_code(&scan, &token);
		follow_rust(&scan, &token);
		scan.code_line = scan.next_line;
	}
	end_function(&scan, lexer.line);
	return scan_end(&scan);
}

/* A comment above a block is for all of its lines, or the first alone. */
static void apply_block(struct comment_scan *scan, unsigned int line,
			bool is_blank, bool is_first_alone)
{
	bool is_over = is_blank;

	for (guint i = 0; i < scan->below->len; i++) {
		struct suppression *suppression =
			g_ptr_array_index(scan->below, i);

		if (!is_blank) {
			suppression->first =
				suppression->first ? suppression->first : line;
			suppression->last = line;
		}
	}
	is_over |= is_first_alone;
	/* Blank lines may stand between it and its block. */
	if (is_over && scan->below->len > 0 &&
	    ((struct suppression *)g_ptr_array_index(scan->below, 0))->first)
		g_ptr_array_set_size(scan->below, 0);
}

static GPtrArray *read_lines(const char *text, gsize length, const char *mark)
{
	struct comment_scan scan = scan_begin(text);
	const char *end = text + (has_mark(text, length) ? length : 0);
	struct lex_token line = { .kind = LEX_COMMENT };

	for (const char *next = text; next < end;
	     next = line.start + line.length + 1) {
		const char *stop = memchr(next, '\n', (gsize)(end - next));
		gsize blanks = 0;

		line.start = next;
		line.length = (gsize)((stop ? stop : end) - next);
		line.line++;
		while (blanks < line.length &&
		       g_ascii_isspace(line.start[blanks]))
			blanks++;
		if (line.length > blanks + strlen(mark) &&
		    memcmp(line.start + blanks, mark, strlen(mark)) == 0) {
			struct lex_token comment = line;

			comment.start += blanks;
			comment.length -= blanks;
			take_comment(&scan, &comment);
			g_ptr_array_extend(scan.below, scan.ahead, NULL, NULL);
			g_ptr_array_set_size(scan.ahead, 0);
		} else {
			apply_block(&scan, line.line, blanks == line.length,
				    *mark == '#');
		}
	}
	return scan_end(&scan);
}

GPtrArray *suppressions_read_as(enum path_language language, const char *text,
				gsize length)
{
	switch (language) {
	case LANGUAGE_RUST:
		return read_rust(text, length);
	case LANGUAGE_DOCUMENT:
		return read_lines(text, length, ".. ");
	case LANGUAGE_BINDGEN:
		return read_lines(text, length, "# ");
	case LANGUAGE_C:
	case LANGUAGE_NONE:
		break;
	}
	return suppressions_read(text, length);
}
