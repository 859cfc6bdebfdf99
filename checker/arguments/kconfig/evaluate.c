// SPDX-License-Identifier: GPL-2.0-only
/*
 * Works out the values of symbols, with the rules of scripts/kconfig/symbol.c:
 * what the user wants within what is visible, else the defaults, and never
 * less than what others select. choice.c and compare.c ask for no value.
 */
#include "evaluate.h"

#include <stdlib.h>
#include <string.h>

#include "choice.h"
#include "compare.h"

/* Kernels need fewer than 60 steps; each takes up to a kilobyte of stack. */
#define DEPTH_LIMIT 2000

/*
 * Raises run->depth for a step of recursion; the caller lowers it. False,
 * with run->is_too_deep set, when the stack would not hold more.
 */
static bool descend(struct kconfig_evaluation *run)
{
	if (run->depth >= DEPTH_LIMIT) {
		run->is_too_deep = true;
		return false;
	}
	run->depth++;
	return true;
}

static enum tristate comparison_value(struct kconfig_evaluation *run,
				      struct kconfig_expression *expression)
{
	kconfig_symbol_evaluate(run, expression->first);
	kconfig_symbol_evaluate(run, expression->second);
	return kconfig_comparison_holds(expression) ? TRISTATE_Y : TRISTATE_N;
}

/* A loop along the left side: chains of thousands of terms are legal. */
static enum tristate chain_value(struct kconfig_evaluation *run,
				 struct kconfig_expression *expression)
{
	enum kconfig_expression_kind kind = expression->kind;
	bool is_and = kind == EXPRESSION_AND;
	enum tristate decided = is_and ? TRISTATE_N : TRISTATE_Y;
	enum tristate value = is_and ? TRISTATE_Y : TRISTATE_N;

	while (value != decided) {
		bool is_last = expression->kind != kind ||
			       expression->generation == run->generation;
		struct kconfig_expression *term = is_last ? expression :
							    expression->right;
		enum tristate next = kconfig_expression_value(run, term);

		value = is_and ? MIN(value, next) : MAX(value, next);
		if (is_last)
			break;
		expression = expression->left;
	}
	return value;
}

static enum tristate work_out(struct kconfig_evaluation *run,
			      struct kconfig_expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_SYMBOL:
		kconfig_symbol_evaluate(run, expression->first);
		return expression->first->value;
	case EXPRESSION_MODULES:
		kconfig_symbol_evaluate(run, run->tree->modules);
		return MIN(TRISTATE_M, run->tree->modules->value);
	case EXPRESSION_NOT:
		return TRISTATE_Y -
		       kconfig_expression_value(run, expression->left);
	case EXPRESSION_AND:
	case EXPRESSION_OR:
		return chain_value(run, expression);
	default:
		return comparison_value(run, expression);
	}
}

enum tristate kconfig_expression_value(struct kconfig_evaluation *run,
				       struct kconfig_expression *expression)
{
	if (!expression)
		return TRISTATE_Y;
	if (expression->generation == run->generation)
		return expression->value;
	if (!descend(run))
		return TRISTATE_N;
	expression->value = work_out(run, expression);
	run->depth--;
	expression->generation = run->generation;
	return expression->value;
}

/* A member of a choice that is y has no m, whatever its type says. */
static bool holds_module(const struct kconfig_evaluation *run,
			 const struct kconfig_symbol *symbol)
{
	if (symbol->type != KCONFIG_TRISTATE || !run->has_modules)
		return false;
	return !symbol->choice || symbol->visible != TRISTATE_Y;
}

static enum tristate fit_type(const struct kconfig_evaluation *run,
			      const struct kconfig_symbol *symbol,
			      enum tristate value)
{
	if (value == TRISTATE_M && !holds_module(run, symbol))
		return TRISTATE_Y;
	return value;
}

static struct kconfig_property *find_property(struct kconfig_evaluation *run,
					      struct kconfig_symbol *symbol,
					      enum kconfig_property_kind kind,
					      enum tristate *ret_condition)
{
	struct kconfig_property *property = symbol->properties;

	for (; property; property = property->next) {
		if (property->kind != kind)
			continue;
		*ret_condition =
			kconfig_expression_value(run, property->condition);
		if (*ret_condition != TRISTATE_N)
			return property;
	}
	return NULL;
}

static enum tristate prompt_visibility(struct kconfig_evaluation *run,
				       const struct kconfig_symbol *symbol)
{
	const struct kconfig_property *property = symbol->properties;
	enum tristate visible = TRISTATE_N;

	for (; property; property = property->next) {
		enum tristate shown;

		if (property->kind != PROPERTY_PROMPT)
			continue;
		shown = kconfig_expression_value(run, property->condition);
		/* Modules have no place in a choice that is y. */
		if (shown == TRISTATE_M && symbol->choice &&
		    symbol->type == KCONFIG_TRISTATE &&
		    symbol->choice->value == TRISTATE_Y)
			shown = TRISTATE_N;
		visible = MAX(visible, shown);
	}
	if (visible == TRISTATE_M &&
	    (symbol->type != KCONFIG_TRISTATE || !run->has_modules))
		return TRISTATE_Y;
	return visible;
}

static enum tristate strongest_reason(struct kconfig_evaluation *run,
				      const struct kconfig_reason *reason)
{
	enum tristate strongest = TRISTATE_N;

	for (; reason && strongest != TRISTATE_Y; reason = reason->next) {
		enum tristate value = TRISTATE_Y;

		if (reason->selector) {
			kconfig_symbol_evaluate(run, reason->selector);
			value = reason->selector->value;
		}
		if (value > strongest)
			value = MIN(value, kconfig_expression_value(
						   run, reason->condition));
		strongest = MAX(strongest, value);
	}
	return strongest;
}

static void evaluate_bounds(struct kconfig_evaluation *run,
			    struct kconfig_symbol *symbol)
{
	symbol->visible = prompt_visibility(run, symbol);
	/* conf pays no heed to what selects a member. */
	if (symbol->choice)
		return;
	symbol->depended = TRISTATE_Y;
	if (symbol->dependencies)
		symbol->depended =
			fit_type(run, symbol,
				 strongest_reason(run, symbol->dependencies));
	symbol->selected =
		fit_type(run, symbol, strongest_reason(run, symbol->selectors));
	symbol->implied = fit_type(run, symbol,
				   strongest_reason(run, symbol->implications));
	/* A choice that is visible must be made: conf selects it to m. */
	if (symbol->is_choice && !symbol->is_optional)
		symbol->selected =
			fit_type(run, symbol, MIN(symbol->visible, TRISTATE_M));
}

static enum tristate default_value(struct kconfig_evaluation *run,
				   struct kconfig_symbol *symbol)
{
	enum tristate condition, value = TRISTATE_N;
	struct kconfig_property *property =
		find_property(run, symbol, PROPERTY_DEFAULT, &condition);

	if (property)
		value = MIN(condition,
			    kconfig_expression_value(run, property->value));
	if (symbol->implied != TRISTATE_N)
		value = MIN(MAX(value, symbol->implied), symbol->depended);
	return value;
}

static void evaluate_members(struct kconfig_evaluation *run,
			     struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->members->len; i++)
		evaluate_bounds(run, g_ptr_array_index(choice->members, i));
}

/* The first default that is visible, else the first visible member. */
static struct kconfig_symbol *default_member(struct kconfig_evaluation *run,
					     struct kconfig_symbol *choice)
{
	struct kconfig_property *property = choice->properties;

	for (; property; property = property->next) {
		if (property->kind != PROPERTY_DEFAULT ||
		    property->value->kind != EXPRESSION_SYMBOL)
			continue;
		if (kconfig_expression_value(run, property->condition) !=
			    TRISTATE_N &&
		    kconfig_choice_shows(property->value->first))
			return property->value->first;
	}
	for (guint i = 0; i < choice->members->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		if (kconfig_choice_shows(member))
			return member;
	}
	return NULL;
}

/* CHOICE_IS_SYMBOL: the member that is chosen when the choice is y. */
static struct kconfig_symbol *pick_member(struct kconfig_evaluation *run,
					  struct kconfig_symbol *choice)
{
	evaluate_members(run, choice);
	if (choice->wished_member &&
	    kconfig_choice_shows(choice->wished_member))
		return choice->wished_member;
	return default_member(run, choice);
}

/* CHOICE_IS_GROUP: gives y to one visible member and n to the others. */
static void evaluate_group(struct kconfig_evaluation *run,
			   struct kconfig_symbol *choice)
{
	struct kconfig_symbol *chosen;

	if (choice->generation == run->generation)
		return;
	choice->generation = run->generation;
	evaluate_members(run, choice);
	chosen = kconfig_choice_wished(choice);
	if (!chosen)
		chosen = kconfig_choice_unless_refused(
			choice, default_member(run, choice));
	kconfig_choice_settle(run, choice, chosen);
}

static void evaluate_logical(struct kconfig_evaluation *run,
			     struct kconfig_symbol *symbol)
{
	enum tristate value = TRISTATE_N;

	if (symbol->choice && symbol->visible == TRISTATE_Y) {
		value = symbol->choice->chosen == symbol ? TRISTATE_Y :
							   TRISTATE_N;
	} else {
		if (symbol->has_wish && symbol->visible != TRISTATE_N)
			value = MIN(symbol->wish, symbol->visible);
		else if (!symbol->is_choice)
			value = default_value(run, symbol);
		value = MAX(value, symbol->selected);
	}
	symbol->value = fit_type(run, symbol, value);
	symbol->is_written = symbol->value != TRISTATE_N;
	if (symbol->is_choice && symbol->value == TRISTATE_Y)
		symbol->chosen = pick_member(run, symbol);
}

static long long read_bound(struct kconfig_evaluation *run,
			    struct kconfig_symbol *bound, int base)
{
	kconfig_symbol_evaluate(run, bound);
	if (bound->is_typed && bound->type == KCONFIG_INT)
		base = 10;
	else if (bound->is_typed && bound->type == KCONFIG_HEX)
		base = 16;
	return strtoll(kconfig_symbol_text(bound), NULL, base);
}

static void keep_in_range(struct kconfig_evaluation *run,
			  struct kconfig_symbol *symbol)
{
	int base = symbol->type == KCONFIG_HEX ? 16 : 10;
	struct kconfig_property *range;
	struct kconfig_symbol *bound;
	enum tristate condition;
	long long value;

	range = find_property(run, symbol, PROPERTY_RANGE, &condition);
	if (!range || symbol->type == KCONFIG_STRING)
		return;
	value = strtoll(symbol->text, NULL, base);
	bound = range->lowest;
	if (value >= read_bound(run, bound, base)) {
		bound = range->highest;
		if (value <= read_bound(run, bound, base))
			return;
	}
	symbol->text = kconfig_symbol_text(bound);
}

static void evaluate_text(struct kconfig_evaluation *run,
			  struct kconfig_symbol *symbol)
{
	enum tristate condition;
	struct kconfig_property *property;

	symbol->is_written = symbol->visible != TRISTATE_N;
	if (symbol->visible != TRISTATE_N && symbol->has_wish) {
		symbol->text = symbol->wish_text;
	} else {
		property = find_property(run, symbol, PROPERTY_DEFAULT,
					 &condition);
		if (property && property->value->kind == EXPRESSION_SYMBOL) {
			kconfig_symbol_evaluate(run, property->value->first);
			symbol->text =
				kconfig_symbol_text(property->value->first);
			symbol->is_written = true;
		}
	}
	keep_in_range(run, symbol);
}

/* The value before anything is known, and in a circle of dependencies. */
static void set_empty(const struct kconfig_evaluation *run,
		      struct kconfig_symbol *symbol)
{
	bool has_zero = run->tree->choice_model == CHOICE_IS_GROUP;

	symbol->value = TRISTATE_N;
	symbol->is_written = false;
	symbol->text = "";
	if (!symbol->is_typed)
		symbol->text = symbol->name;
	else if (symbol->type == KCONFIG_INT && has_zero)
		symbol->text = "0";
	else if (symbol->type == KCONFIG_HEX && has_zero)
		symbol->text = "0x0";
}

static void evaluate_transitional(struct kconfig_symbol *symbol)
{
	if (!symbol->has_wish)
		return;
	symbol->value = symbol->wish;
	if (!kconfig_symbol_is_logical(symbol))
		symbol->text = symbol->wish_text;
}

static void evaluate_new(struct kconfig_evaluation *run,
			 struct kconfig_symbol *symbol)
{
	bool is_grouped = run->tree->choice_model == CHOICE_IS_GROUP;

	if (symbol->is_transitional) {
		evaluate_transitional(symbol);
		return;
	}
	if (symbol->choice && is_grouped) {
		evaluate_group(run, symbol->choice);
		return;
	}
	if (symbol->choice)
		kconfig_symbol_evaluate(run, symbol->choice);
	evaluate_bounds(run, symbol);
	if (kconfig_symbol_is_logical(symbol))
		evaluate_logical(run, symbol);
	else
		evaluate_text(run, symbol);
}

void kconfig_symbol_evaluate(struct kconfig_evaluation *run,
			     struct kconfig_symbol *symbol)
{
	if (symbol->is_fixed || symbol->generation == run->generation)
		return;
	symbol->generation = run->generation;
	set_empty(run, symbol);
	if (!symbol->is_typed)
		return;
	if (!descend(run))
		return;
	evaluate_new(run, symbol);
	run->depth--;
}

void kconfig_evaluation_run(struct kconfig_evaluation *run)
{
	struct kconfig_symbol *symbol;
	GHashTableIter iter;

	/* What MODULES hangs on sees no modules; the rest does. */
	run->generation++;
	kconfig_symbol_evaluate(run, run->tree->modules);
	run->has_modules = run->tree->modules->value != TRISTATE_N;
	run->generation++;
	g_hash_table_iter_init(&iter, run->tree->symbols);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&symbol))
		kconfig_symbol_evaluate(run, symbol);
}
