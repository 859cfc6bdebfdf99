// SPDX-License-Identifier: GPL-2.0-only
/* Builds and works out the expressions of Kconfig files. */
#include "expression.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"

enum number_kind { NUMBER_NONE, NUMBER_SIGNED, NUMBER_UNSIGNED };

struct number {
	enum number_kind kind;
	long long value;
};

static struct kconfig_expression *new_expression(
	struct kconfig_tree *tree, enum kconfig_expression_kind kind)
{
	struct kconfig_expression *expression =
		kconfig_tree_allocate(tree, sizeof(*expression));

	expression->kind = kind;
	return expression;
}

struct kconfig_expression *kconfig_expression_symbol(
	struct kconfig_tree *tree, struct kconfig_symbol *symbol)
{
	struct kconfig_expression *expression =
		new_expression(tree, EXPRESSION_SYMBOL);

	expression->first = symbol;
	return expression;
}

struct kconfig_expression *kconfig_expression_compare(
	struct kconfig_tree *tree, enum kconfig_expression_kind kind,
	struct kconfig_symbol *first, struct kconfig_symbol *second)
{
	struct kconfig_expression *expression = new_expression(tree, kind);

	expression->first = first;
	expression->second = second;
	return expression;
}

struct kconfig_expression *kconfig_expression_not(
	struct kconfig_tree *tree, struct kconfig_expression *operand)
{
	struct kconfig_expression *expression =
		new_expression(tree, EXPRESSION_NOT);

	expression->left = operand;
	return expression;
}

static struct kconfig_expression *combine(struct kconfig_tree *tree,
					  enum kconfig_expression_kind kind,
					  struct kconfig_expression *left,
					  struct kconfig_expression *right)
{
	struct kconfig_expression *expression;

	if (!left || !right)
		return left ? left : right;
	expression = new_expression(tree, kind);
	expression->left = left;
	expression->right = right;
	return expression;
}

struct kconfig_expression *kconfig_expression_and(
	struct kconfig_tree *tree, struct kconfig_expression *left,
	struct kconfig_expression *right)
{
	return combine(tree, EXPRESSION_AND, left, right);
}

struct kconfig_expression *kconfig_expression_or(
	struct kconfig_tree *tree, struct kconfig_expression *left,
	struct kconfig_expression *right)
{
	return combine(tree, EXPRESSION_OR, left, right);
}

static struct number read_number(const struct kconfig_symbol *symbol,
				 const char *text)
{
	struct number number = { .kind = NUMBER_SIGNED };
	bool is_hex = symbol->is_typed && symbol->type == KCONFIG_HEX;
	bool is_int = symbol->is_typed && symbol->type == KCONFIG_INT;
	char *end = NULL;

	if (symbol->is_typed && symbol->type <= KCONFIG_TRISTATE) {
		number.value = symbol->value;
		return number;
	}
	errno = 0;
	if (is_hex) {
		number.kind = NUMBER_UNSIGNED;
		number.value = (long long)strtoull(text, &end, 16);
	} else {
		number.value = strtoll(text, &end, is_int ? 10 : 0);
	}
	if (errno || *end || end == text || !g_ascii_isxdigit(end[-1]))
		number.kind = NUMBER_NONE;
	return number;
}

static bool is_string(const struct kconfig_symbol *symbol)
{
	return symbol->is_typed && symbol->type == KCONFIG_STRING;
}

/* Below, at or above zero, as strcmp() says it. */
static int compare_symbols(const struct kconfig_symbol *first,
			   const struct kconfig_symbol *second)
{
	const char *text = kconfig_symbol_text(first);
	const char *other_text = kconfig_symbol_text(second);
	struct number number, other;

	if (is_string(first) && is_string(second))
		return strcmp(text, other_text);
	number = read_number(first, text);
	other = read_number(second, other_text);
	if (number.kind == NUMBER_NONE || other.kind == NUMBER_NONE)
		return strcmp(text, other_text);
	if (number.kind == NUMBER_UNSIGNED || other.kind == NUMBER_UNSIGNED) {
		unsigned long long left = (unsigned long long)number.value;
		unsigned long long right = (unsigned long long)other.value;

		return (left > right) - (left < right);
	}
	return (number.value > other.value) - (number.value < other.value);
}

static bool comparison_holds(enum kconfig_expression_kind kind, int order)
{
	switch (kind) {
	case EXPRESSION_EQUAL:
		return order == 0;
	case EXPRESSION_UNEQUAL:
		return order != 0;
	case EXPRESSION_LESS:
		return order < 0;
	case EXPRESSION_LESS_EQUAL:
		return order <= 0;
	case EXPRESSION_GREATER:
		return order > 0;
	default:
		return order >= 0;
	}
}

static enum tristate comparison_value(struct kconfig_evaluation *run,
				      struct kconfig_expression *expression)
{
	int order;

	kconfig_symbol_evaluate(run, expression->first);
	kconfig_symbol_evaluate(run, expression->second);
	order = compare_symbols(expression->first, expression->second);
	return comparison_holds(expression->kind, order) ? TRISTATE_Y :
							   TRISTATE_N;
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
	if (!kconfig_evaluation_descend(run))
		return TRISTATE_N;
	expression->value = work_out(run, expression);
	run->depth--;
	expression->generation = run->generation;
	return expression->value;
}
