// SPDX-License-Identifier: GPL-2.0-only
/* Builds the expressions of Kconfig files. */
#include "expression.h"

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
