// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whom a change to a header concerns: those that mention a name which its
 * changed lines declare. Lexical; nothing is parsed.
 */
#include <string.h>

#include "base/session.h"
#include "base/view.h"
#include "lexer.h"
#include "names.h"
#include "select.h"
#include "walk.h"

/* Macros over macros over a changed name; 3 deep in 6.12. */
enum { DEPTH_LIMIT = 8 };

/* Words that may stand before a brace or parenthesis and declare nothing. */
static const char *const keywords[] = {
	"if",	      "for",	  "while",	    "switch",
	"return",     "sizeof",	  "typeof",	    "__attribute__",
	"do",	      "else",	  "__aligned",	    "__printf",
	"__typeof__", "_Generic", "_Static_assert", "static_assert",
};

/* A walk over the declarations of a header. */
struct walk {
	const GArray *spans; /* NULL: every line counts */
	GHashTable *names;
	struct lex_token last;
	guint depth, parentheses;
	bool in_list;	 /* in the braces of a struct, union or enum */
	bool is_type;	 /* the declaration has such a word */
	bool is_touched; /* one of its lines is among the spans */
	bool in_directive, in_define;
	GPtrArray *pending; /* char *: what it declares, if it is touched */
};

static bool is_within(const struct walk *walk, guint32 line)
{
	if (!walk->spans)
		return true;
	for (guint i = 0; i < walk->spans->len; i++) {
		const struct line_span *span =
			&g_array_index(walk->spans, struct line_span, i);

		if (span->first <= line && line <= span->last)
			return true;
	}
	return false;
}

static bool is_keyword(const struct lex_token *token)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keywords); i++) {
		if (lex_token_is(token, keywords[i]))
			return true;
	}
	return false;
}

static void add_pending(struct walk *walk, const struct lex_token *token)
{
	if (token->kind == LEX_IDENTIFIER && token->start && !is_keyword(token))
		g_ptr_array_add(walk->pending,
				g_strndup(token->start, token->length));
}

/* Ends a declaration or a directive; what it declares counts if touched. */
static void finish(struct walk *walk)
{
	for (guint i = 0; walk->is_touched && i < walk->pending->len; i++)
		g_hash_table_add(walk->names,
				 g_strdup(g_ptr_array_index(walk->pending, i)));
	g_ptr_array_set_size(walk->pending, 0);
	walk->is_touched = walk->is_type = walk->in_list = false;
	walk->in_define = false;
}

/* A member or an enumerator, on a line of its own most often. */
static void take_entry(struct walk *walk)
{
	if (walk->last.kind == LEX_IDENTIFIER &&
	    is_within(walk, walk->last.line) && !is_keyword(&walk->last))
		g_hash_table_add(walk->names, g_strndup(walk->last.start,
							walk->last.length));
}

static void take_brace(struct walk *walk, const struct lex_token *token)
{
	if (lex_token_is(token, "{")) {
		if (walk->depth++ == 0)
			walk->in_list = walk->is_type &&
					!lex_token_is(&walk->last, ")");
		if (walk->depth == 1 && walk->in_list)
			add_pending(walk, &walk->last);
		return;
	}
	if (walk->in_list)
		take_entry(walk);
	if (walk->depth > 0)
		walk->depth--;
	/* A function ends with its brace; a type has a name or ';' behind. */
	if (walk->depth == 0 && !walk->in_list)
		finish(walk);
}

static void take_outside(struct walk *walk, const struct lex_token *token)
{
	if (lex_token_is(token, "struct") || lex_token_is(token, "union") ||
	    lex_token_is(token, "enum") || lex_token_is(token, "typedef"))
		walk->is_type = true;
	if (lex_token_is(token, "(")) {
		if (walk->parentheses++ == 0)
			add_pending(walk, &walk->last);
	} else if (lex_token_is(token, ")")) {
		walk->parentheses -= walk->parentheses > 0;
	} else if (lex_token_is(token, ";") || lex_token_is(token, "=") ||
		   lex_token_is(token, "[")) {
		add_pending(walk, &walk->last);
		if (lex_token_is(token, ";"))
			finish(walk);
	}
}

static bool is_entry_end(const struct lex_token *token)
{
	static const char *const ends[] = { ";", ",", "=", "[", ":" };

	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		if (lex_token_is(token, ends[i]))
			return true;
	}
	return false;
}

static void take_token(struct walk *walk, const struct lex_token *token)
{
	if (is_within(walk, token->line))
		walk->is_touched = true;
	if (lex_token_is(token, "{") || lex_token_is(token, "}"))
		take_brace(walk, token);
	else if (walk->depth == 0)
		take_outside(walk, token);
	else if (walk->in_list && is_entry_end(token))
		take_entry(walk);
}

/* "define NAME ..": the name stands behind the word. */
static void take_directive(struct walk *walk, const struct lex_token *token)
{
	if (is_within(walk, token->line))
		walk->is_touched = true;
	if (lex_token_is(&walk->last, "define"))
		add_pending(walk, token);
}

/* True if a condition or an include is among the lines. */
static bool has_wide_directive(const char *text, gsize length,
			       const GArray *spans)
{
	static const char *const words[] = {
		"if",	"ifdef", "ifndef",  "elif",
		"else", "endif", "include", "undef"
	};
	struct walk walk = { .spans = spans };
	struct lex_token token, last = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	for (; lexer_next(&lexer, &token); last = token) {
		if (!last.start || !last.first_on_line ||
		    !lex_token_is(&last, "#") || !is_within(&walk, token.line))
			continue;
		for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
			if (lex_token_is(&token, words[i]))
				return true;
		}
	}
	return false;
}

void header_declared_names(const char *text, gsize length, const GArray *spans,
			   GHashTable *ret_names)
{
	struct walk walk = {
		.spans = spans,
		.names = ret_names,
		.last = { .start = "" },
		.pending = g_ptr_array_new_with_free_func(g_free),
	};
	struct lex_token token;
	struct lexer lexer;

	if (has_wide_directive(text, length, spans))
		walk.spans = NULL;
	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.first_on_line) {
			if (walk.in_directive)
				finish(&walk);
			walk.in_directive = lex_token_is(&token, "#");
		}
		if (walk.in_directive)
			take_directive(&walk, &token);
		else
			take_token(&walk, &token);
		walk.last = token;
	}
	finish(&walk);
	g_ptr_array_free(walk.pending, TRUE);
}

bool tree_names_occur(const struct tree *tree, const char *text, gsize length)
{
	return walk_text_has_name(tree->names, text, length);
}

/* Macros of the matching headers that hold one of the names; how many new. */
static guint learn_users(const struct tree *tree, const GPtrArray *paths,
			 const guint8 *hits, GHashTable *names)
{
	guint nr_new = 0;

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		g_autofree char *reason = NULL;
		g_autofree char *text = NULL;
		gsize length = 0;

		if (!hits[i] || !g_str_has_suffix(path, ".h"))
			continue;
		text = view_read(tree->view, path, &length, &reason);
		if (text)
			nr_new += names_learn_users(names, text, length);
	}
	return nr_new;
}

GPtrArray *files_that_mention(struct session *session, const struct tree *tree,
			      GHashTable *names)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	g_autofree guint8 *hits = NULL;

	walk_sources(session, tree->root, paths);
	walk_sort(paths);
	hits = g_new0(guint8, paths->len + 1);
	for (guint depth = 0; depth < DEPTH_LIMIT; depth++) {
		memset(hits, 0, paths->len);
		walk_match(session, tree->view, paths, names, hits);
		if (learn_users(tree, paths, hits, names) == 0)
			break;
	}
	for (guint i = 0; i < paths->len; i++) {
		if (hits[i])
			g_ptr_array_add(found,
					g_strdup(g_ptr_array_index(paths, i)));
	}
	return found;
}
