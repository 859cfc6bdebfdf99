// SPDX-License-Identifier: GPL-2.0-only
#include "other_branch.h"

#include "facts.h"
#include "facts/other_kernel.h"
#include "text/conditional.h"
#include "text/lexer.h"
#include "text/name_set.h"

bool is_tree_helper(const struct unit_facts *facts, const char *name)
{
	return facts_tree_has(facts, name) && facts_tree_calls(facts, name);
}

bool calls_tree_helper(const struct unit_facts *facts, const char *text,
		       gsize length)
{
	struct lex_token token, previous = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (lex_token_is(&token, "(") &&
		    previous.kind == LEX_IDENTIFIER) {
			g_autofree char *name = lex_token_text(&previous);

			if (is_tree_helper(facts, name))
				return true;
		}
		previous = token;
	}
	return false;
}

/* Adds the names of flags in a piece of C to a set of owned strings. */
static void collect_flags(const struct unit_facts *facts, const char *text,
			  gsize length, GHashTable *flags)
{
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		g_autofree char *name = NULL;

		if (token.kind != LEX_IDENTIFIER)
			continue;
		name = lex_token_text(&token);
		if (g_str_has_prefix(name, "VM_") &&
		    facts_tree_has(facts, name))
			g_hash_table_add(flags, g_steal_pointer(&name));
	}
}

/* True if both pieces name a flag in common, or one of them names none. */
static bool shares_flags(const struct unit_facts *facts,
			 const struct branch_place *place, gsize start,
			 gsize end)
{
	g_autoptr(GHashTable) here =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) there =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer name;

	collect_flags(facts, place->text + place->start,
		      place->end - place->start, here);
	collect_flags(facts, place->text + start, end - start, there);
	if (g_hash_table_size(here) == 0 || g_hash_table_size(there) == 0)
		return true;
	g_hash_table_iter_init(&iter, here);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (g_hash_table_contains(there, name))
			return true;
	}
	return false;
}

static const struct conditional *conditional_at(const GArray *conditionals,
						guint index)
{
	return &g_array_index(conditionals, struct conditional, index);
}

/* The directive that begins the innermost branch around a byte; or none. */
static guint branch_around(const GArray *conditionals, gsize offset)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));

	for (guint i = 0; i < conditionals->len; i++) {
		const struct conditional *conditional =
			conditional_at(conditionals, i);

		if (conditional->start >= offset)
			break;
		if (conditional->kind != CONDITIONAL_IF)
			g_array_set_size(open, open->len - 1);
		if (conditional->kind != CONDITIONAL_ENDIF)
			g_array_append_val(open, i);
	}
	return open->len > 0 ? g_array_index(open, guint, open->len - 1) :
			       conditionals->len;
}

static guint chain_start(const GArray *conditionals, guint index)
{
	while (conditional_at(conditionals, index)->kind != CONDITIONAL_IF)
		index = conditional_at(conditionals, index)->before;
	return index;
}

/* The branch around the whole chain of one; or none. */
static guint branch_outside(const GArray *conditionals, guint branch)
{
	return branch_around(
		conditionals,
		conditional_at(conditionals, chain_start(conditionals, branch))
			->start);
}

/* The directive that ends the branch which one begins; or none. */
static guint branch_end(const GArray *conditionals, guint index)
{
	for (guint i = index + 1; i < conditionals->len; i++) {
		const struct conditional *conditional =
			conditional_at(conditionals, i);

		if (conditional->kind != CONDITIONAL_IF &&
		    conditional->before == index)
			return i;
	}
	return conditionals->len;
}

static bool is_open(const struct branch_place *place,
		    const struct conditional *conditional, bool result)
{
	return *conditional->condition && !conditional->is_guard &&
	       place->judge->is_open(place->judge->context,
				     conditional->condition, result);
}

/*
 * Another branch is chosen instead if its own condition had come out true, or
 * that of the place false.
 */
static bool is_open_between(const struct branch_place *place,
			    const GArray *conditionals, guint branch,
			    guint other)
{
	if (other < branch)
		return is_open(place, conditional_at(conditionals, other),
			       false);
	return is_open(place, conditional_at(conditionals, branch), true);
}

static bool has_helper_in_chain(const struct unit_facts *facts,
				const struct branch_place *place,
				const GArray *conditionals, guint branch)
{
	guint at = chain_start(conditionals, branch);
	guint next = branch_end(conditionals, at);

	for (; next < conditionals->len;
	     at = next, next = branch_end(conditionals, at)) {
		const gsize start = conditional_at(conditionals, at)->end;
		const gsize end = conditional_at(conditionals, next)->start;

		if (at != branch &&
		    calls_tree_helper(facts, place->text + start,
				      end - start) &&
		    shares_flags(facts, place, start, end) &&
		    is_open_between(place, conditionals, branch, at))
			return true;
	}
	return false;
}

bool has_helper_beside(const struct unit_facts *facts,
		       const struct branch_place *place)
{
	g_autoptr(GArray) conditionals =
		conditionals_read(place->text, place->length);
	guint branch = branch_around(conditionals, place->start);

	for (; branch < conditionals->len;
	     branch = branch_outside(conditionals, branch)) {
		if (has_helper_in_chain(facts, place, conditionals, branch))
			return true;
	}
	return false;
}

bool is_under_open_test(const struct branch_place *place)
{
	g_autoptr(GArray) conditionals =
		conditionals_read(place->text, place->length);
	guint branch = branch_around(conditionals, place->start);

	for (; branch < conditionals->len;
	     branch = branch_outside(conditionals, branch)) {
		guint at = branch;

		if (is_open(place, conditional_at(conditionals, at), true))
			return true;
		while (conditional_at(conditionals, at)->kind !=
		       CONDITIONAL_IF) {
			at = conditional_at(conditionals, at)->before;
			if (is_open(place, conditional_at(conditionals, at),
				    false))
				return true;
		}
	}
	return false;
}
