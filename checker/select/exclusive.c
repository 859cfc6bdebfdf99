// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags that exclude each other, by what the tree asserts. Three forms count:
 * both by one mask, (f & (A | B)) == (A | B); both by one call, test_all(vma,
 * A, B); and one beside the other, (f & A) && (f & B).
 */
#include <string.h>

#include "names.h"
#include "setters.h"
#include "text/lexer.h"

/* An assertion has no more tokens than this in any kernel. */
enum { CONDITION_LIMIT = 128 };

static bool begins(const struct lex_token *token, const char *prefix)
{
	gsize length = strlen(prefix);

	return token->kind == LEX_IDENTIFIER && token->length >= length &&
	       strncmp(token->start, prefix, length) == 0;
}

static bool is_assertion(const struct lex_token *token)
{
	return begins(token, "BUG_ON") || begins(token, "WARN_ON") ||
	       begins(token, "VM_BUG_ON") || begins(token, "VM_WARN_ON");
}

/* What a condition has, on the left and right of == or &&. */
struct flag_condition {
	GPtrArray *flags[2]; /* char *: without VM_, VMA_ and _BIT */
	guint nr_equal, nr_and, nr_other;
	bool tests_all;
};

static void add_flag(struct flag_condition *condition,
		     const struct lex_token *token)
{
	GPtrArray *flags =
		condition->flags[condition->nr_equal + condition->nr_and > 0];
	g_autofree char *name = lex_token_text(token);

	g_ptr_array_add(flags, names_flag_stem(name));
}

static void read_token(struct flag_condition *condition,
		       const struct lex_token *token,
		       const struct lex_token *last)
{
	if (begins(token, "VM_") || begins(token, "VMA_"))
		add_flag(condition, token);
	else if (token->kind == LEX_IDENTIFIER &&
		 g_strstr_len(token->start, (gssize)token->length, "test_all"))
		condition->tests_all = true;
	else if (lex_token_is(token, "=") && lex_token_is(last, "="))
		condition->nr_equal++;
	else if (lex_token_is(token, "&") && lex_token_is(last, "&"))
		condition->nr_and++;
	else if (lex_token_is(token, "!") || lex_token_is(token, "?") ||
		 (lex_token_is(token, "|") && lex_token_is(last, "|")))
		condition->nr_other++;
}

/* The condition of an assertion, from behind its name. */
static void read_condition(struct flag_condition *condition, struct lexer lexer)
{
	struct lex_token token, last = { 0 };
	guint depth = 0;

	for (guint i = 0; i < CONDITION_LIMIT && lexer_next(&lexer, &token);
	     i++) {
		if (lex_token_is(&token, "("))
			depth++;
		else if (lex_token_is(&token, ")"))
			depth--;
		if (depth == 0)
			return;
		if (last.start)
			read_token(condition, &token, &last);
		last = token;
	}
}

static const char *nth(const GPtrArray *flags, guint nr)
{
	return g_ptr_array_index(flags, nr);
}

static void add_pair(GHashTable *names, const char *one, const char *other)
{
	if (strcmp(one, other) == 0)
		return;
	g_hash_table_add(names, g_strdup_printf("%s:excludes:%s", one, other));
	g_hash_table_add(names, g_strdup_printf("%s:excludes:%s", other, one));
}

static void learn_condition(GHashTable *names,
			    const struct flag_condition *condition)
{
	const GPtrArray *left = condition->flags[0];
	const GPtrArray *right = condition->flags[1];

	if (condition->nr_other > 0 ||
	    condition->nr_equal + condition->nr_and > 1)
		return;
	if (condition->nr_equal == 1 && left->len == 2 && right->len == 2)
		add_pair(names, nth(right, 0), nth(right, 1));
	else if (condition->nr_and == 1 && left->len == 1 && right->len == 1)
		add_pair(names, nth(left, 0), nth(right, 0));
	else if (condition->tests_all && left->len == 2 && right->len == 0)
		add_pair(names, nth(left, 0), nth(left, 1));
}

void names_learn_exclusive(GHashTable *names, const char *text, gsize length)
{
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		struct flag_condition condition = { 0 };

		if (token.in_directive || !is_assertion(&token))
			continue;
		condition.flags[0] = g_ptr_array_new_with_free_func(g_free);
		condition.flags[1] = g_ptr_array_new_with_free_func(g_free);
		read_condition(&condition, lexer);
		learn_condition(names, &condition);
		g_ptr_array_unref(condition.flags[0]);
		g_ptr_array_unref(condition.flags[1]);
	}
}
