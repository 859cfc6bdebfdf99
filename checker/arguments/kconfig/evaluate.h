/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Works out the values of symbols as the kernel's conf program does: each
 * when first asked for, once a generation.
 */
#ifndef VMALINT_ARGUMENTS_KCONFIG_EVALUATE_H
#define VMALINT_ARGUMENTS_KCONFIG_EVALUATE_H

#include "tree.h"

struct kconfig_evaluation {
	struct kconfig_tree *tree;
	unsigned int generation; /* raise it to work out everything anew */
	bool has_modules;	 /* MODULES is y */
	unsigned int depth;
	bool is_too_deep; /* values were cut short: a chain without end */
};

/* Sets symbol->value, ->text, ->visible and ->is_written. */
void kconfig_symbol_evaluate(struct kconfig_evaluation *run,
			     struct kconfig_symbol *symbol);

/* The value of an expression; NULL is y. */
enum tristate kconfig_expression_value(struct kconfig_evaluation *run,
				       struct kconfig_expression *expression);

/* Evaluates all; the tree must be finished and the wishes made. */
void kconfig_evaluation_run(struct kconfig_evaluation *run);

#endif
