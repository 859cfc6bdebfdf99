// SPDX-License-Identifier: GPL-2.0-only
/* Works on blocks, the inner ones first. */
#include "statements.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "normal.h"
#include "simplify.h"
#include "term.h"

bool is_assertion(const char *callee)
{
	static const char *const starts[] = {
		"VM_WARN_ON",	     "WARN_ON",	     "VM_BUG_ON",   "BUG_ON",
		"ASSERT_EXCLUSIVE_", "BUILD_BUG_ON", "might_sleep", "might_lock"
	};

	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
		if (g_str_has_prefix(callee, starts[i]))
			return true;
	}
	return strstr(callee, "_assert_") != NULL;
}

static bool is_dropped(const struct simplification *how,
		       const struct term *term)
{
	const char *callee = term_callee(term);

	if (term->kind == TERM_NOTHING)
		return true;
	if (term->kind == TERM_CAST && strcmp(term->text, "void") == 0 &&
	    term_child(term, 0)->kind == TERM_NAME)
		return true;
	if (!*callee || strcmp(callee, "vma_start_write") == 0)
		return false;
	return is_assertion(callee) ||
	       (how->rules->empty &&
		g_hash_table_contains(how->rules->empty, callee));
}

static bool is_zero(const struct term *term)
{
	return term->kind == TERM_NUMBER && term->known &&
	       strcmp(term->known, "0") == 0;
}

/* Puts what a block holds in the place of the block. */
static void open_block(struct term *outer, guint i)
{
	const struct term *inner = term_child(outer, i);

	g_ptr_array_remove_index(outer->children, i);
	for (guint k = 0; k < inner->children->len; k++)
		g_ptr_array_insert(outer->children, (gint)(i + k),
				   term_child(inner, k));
}

/* `do { .. } while (0)' */
static struct term *once(struct term *term)
{
	return term->kind == TERM_LOOP && strcmp(term->text, "do") == 0 &&
			       term->children->len == 2 &&
			       is_zero(term_child(term, 1)) ?
		       term_child(term, 0) :
		       NULL;
}

/* A declaration with a value becomes one without, and an assignment. */
static void split_variable(struct terms *terms, struct term *block, guint i)
{
	struct term *variable = term_child(block, i);
	struct term *value = term_child(variable, 0);
	struct term *name =
		term_new(terms, TERM_NAME, variable->text, variable);
	struct term *assign = term_new(terms, TERM_ASSIGN, "=", variable);

	if (value->kind == TERM_LIST && !strchr(variable->type, '[')) {
		struct term *whole =
			term_new(terms, TERM_COMPOUND, variable->type, value);

		term_add(whole, value);
		value = whole;
	}
	g_ptr_array_set_size(variable->children, 0);
	term_add(assign, name);
	term_add(assign, value);
	g_ptr_array_insert(block->children, (gint)i + 1, assign);
}

/* Of a statement whose value nobody takes. */
static struct term *counted(struct terms *terms, struct term *term)
{
	struct term *assign, *sum, *one;

	if ((term->kind != TERM_AFTER && term->kind != TERM_UNARY) ||
	    (strcmp(term->text, "++") != 0 && strcmp(term->text, "--") != 0))
		return term;
	assign = term_new(terms, TERM_ASSIGN, "=", term);
	sum = term_new(terms, TERM_BINARY, *term->text == '+' ? "+" : "-",
		       term);
	one = term_new(terms, TERM_NUMBER, "1", term);
	one->known = "1";
	term_add(sum, term_copy(terms, term_child(term, 0)));
	term_add(sum, one);
	term_add(assign, term_child(term, 0));
	term_add(assign, sum);
	return assign;
}

static bool ends(const struct term *block)
{
	return block->children->len > 0 &&
	       term_child(block, block->children->len - 1)->kind == TERM_RETURN;
}

/* What follows an `if' that returns is its other branch. */
static void take_rest(struct terms *terms, struct term *block, guint i)
{
	struct term *branch = term_child(block, i);
	struct term *target;

	if (branch->children->len == 2)
		term_add(branch, term_new(terms, TERM_BLOCK, "", branch));
	if (ends(term_child(branch, 1)))
		target = term_child(branch, 2);
	else if (ends(term_child(branch, 2)))
		target = term_child(branch, 1);
	else
		return;
	if (ends(target))
		return;
	for (guint k = i + 1; k < block->children->len; k++)
		term_add(target, term_child(block, k));
	g_ptr_array_set_size(block->children, (gint)i + 1);
}

static struct term *negated(struct terms *terms, struct term *term)
{
	struct term * not;

	if (term->kind == TERM_UNARY && strcmp(term->text, "!") == 0)
		return term_child(term, 0);
	not = term_new(terms, TERM_UNARY, "!", term);
	term_add(not, term);
	return not;
}

static void order_branches(struct terms *terms, struct term *branch)
{
	struct term *condition = term_child(branch, 0);
	struct term *then = term_child(branch, 1);

	if (branch->children->len == 3 &&
	    term_child(branch, 2)->children->len == 0)
		g_ptr_array_set_size(branch->children, 2);
	if (branch->children->len == 3 && then->children->len == 0) {
		g_ptr_array_index(branch->children, 0) =
			negated(terms, condition);
		g_ptr_array_index(branch->children, 1) = term_child(branch, 2);
		g_ptr_array_set_size(branch->children, 2);
		return;
	}
	if (condition->kind != TERM_UNARY || strcmp(condition->text, "!") != 0)
		return;
	if (branch->children->len == 3) {
		g_ptr_array_index(branch->children, 1) = term_child(branch, 2);
		g_ptr_array_index(branch->children, 2) = then;
		g_ptr_array_index(branch->children, 0) =
			term_child(condition, 0);
	}
	/* Nothing to do if it holds, and something if not, stays a "!". */
}

static struct term *only_return(struct term *block)
{
	struct term *one;

	if (block->children->len != 1)
		return NULL;
	one = term_child(block, 0);
	return one->kind == TERM_RETURN && one->children->len == 1 ?
		       term_child(one, 0) :
		       NULL;
}

static bool says(const struct term *term, const char *number)
{
	return term->kind == TERM_NUMBER && term->known &&
	       strcmp(term->known, number) == 0;
}

/* `if (a) return b; else return c;' is `return a ? b : c;'. */
static struct term *one_return(const struct simplification *how,
			       struct term *branch)
{
	struct terms *terms = how->rules->terms;
	struct term *then, *otherwise, *value, *result;

	if (branch->kind != TERM_IF || branch->children->len != 3)
		return branch;
	then = only_return(term_child(branch, 1));
	otherwise = only_return(term_child(branch, 2));
	if (!then || !otherwise)
		return branch;
	result = term_new(terms, TERM_RETURN, "return", branch);
	value = term_new(terms, TERM_CONDITION, "?", branch);
	if (how->is_bool && says(then, "1") && says(otherwise, "0")) {
		value = term_child(branch, 0);
	} else if (how->is_bool && says(then, "0") && says(otherwise, "1")) {
		value = term_new(terms, TERM_UNARY, "!", branch);
		term_add(value, term_child(branch, 0));
	} else {
		term_add(value, term_child(branch, 0));
		term_add(value, then);
		term_add(value, otherwise);
	}
	term_add(result, value);
	return result;
}

/* A return at the end that returns nothing. */
static void drop_last(struct terms *terms, struct term *block)
{
	struct term *last;

	if (block->children->len == 0)
		return;
	last = term_child(block, block->children->len - 1);
	if (last->kind == TERM_RETURN && last->children->len == 0) {
		g_ptr_array_set_size(block->children,
				     (gint)block->children->len - 1);
	} else if (last->kind == TERM_IF) {
		for (guint i = 1; i < last->children->len; i++)
			drop_last(terms, term_child(last, i));
		order_branches(terms, last);
	}
}

static void simplify_block(const struct simplification *how, struct term *block,
			   bool is_last);

static void simplify_inner(const struct simplification *how, struct term *term)
{
	for (guint i = 0; i < term->children->len; i++) {
		struct term *child = term_child(term, i);

		if (child->kind == TERM_BLOCK)
			simplify_block(how, child, false);
		else
			simplify_inner(how, child);
	}
}

/* Opens, drops and spells the statements of a block. */
static void gather(const struct simplification *how, struct term *block)
{
	struct terms *terms = how->rules->terms;

	for (guint i = 0; i < block->children->len; i++) {
		struct term *child = term_child(block, i);

		if (once(child)) {
			g_ptr_array_index(block->children, i) = once(child);
			i--;
		} else if (child->kind == TERM_BLOCK) {
			open_block(block, i);
			i--;
		} else if (is_dropped(how, child)) {
			g_ptr_array_remove_index(block->children, i);
			i--;
		} else if (child->kind == TERM_VARIABLE &&
			   child->children->len > 0) {
			split_variable(terms, block, i);
		} else {
			g_ptr_array_index(block->children, i) =
				counted(terms, child);
		}
	}
}

static void simplify_block(const struct simplification *how, struct term *block,
			   bool is_last)
{
	gather(how, block);
	if (how->keeps_branches) {
		simplify_inner(how, block);
		return;
	}
	for (guint i = block->children->len; i > 0; i--) {
		struct term *child = term_child(block, i - 1);

		if (child->kind == TERM_IF) {
			simplify_inner(how, child);
			if (is_last)
				take_rest(how->rules->terms, block, i - 1);
			simplify_inner(how, child);
			order_branches(how->rules->terms, child);
			g_ptr_array_index(block->children, i - 1) =
				one_return(how, child);
		} else {
			simplify_inner(how, child);
		}
	}
	if (how->is_void && is_last)
		drop_last(how->rules->terms, block);
}

void statements_simplify(const struct simplification *how, struct term *block)
{
	simplify_block(how, block, true);
}
