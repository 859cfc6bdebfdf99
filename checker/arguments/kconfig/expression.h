/* SPDX-License-Identifier: GPL-2.0-only */
/* Builds the expressions of Kconfig files; evaluate.h works them out. */
#ifndef VMALINT_ARGUMENTS_KCONFIG_EXPRESSION_H
#define VMALINT_ARGUMENTS_KCONFIG_EXPRESSION_H

#include "tree.h"

struct kconfig_expression *kconfig_expression_symbol(
	struct kconfig_tree *tree, struct kconfig_symbol *symbol);
struct kconfig_expression *kconfig_expression_compare(
	struct kconfig_tree *tree, enum kconfig_expression_kind kind,
	struct kconfig_symbol *first, struct kconfig_symbol *second);
struct kconfig_expression *kconfig_expression_not(
	struct kconfig_tree *tree, struct kconfig_expression *operand);

/* Either operand may be NULL: the result is then the other one. */
struct kconfig_expression *kconfig_expression_and(
	struct kconfig_tree *tree, struct kconfig_expression *left,
	struct kconfig_expression *right);
struct kconfig_expression *kconfig_expression_or(
	struct kconfig_tree *tree, struct kconfig_expression *left,
	struct kconfig_expression *right);

#endif
