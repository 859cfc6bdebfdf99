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

/* Sets symbol->visible and what depends, selects and implications give. */
void kconfig_symbol_evaluate_bounds(struct kconfig_evaluation *run,
				    struct kconfig_symbol *symbol);

/* The first property of that kind whose condition is not n, or NULL. */
struct kconfig_property *kconfig_symbol_property(
	struct kconfig_evaluation *run, struct kconfig_symbol *symbol,
	enum kconfig_property_kind kind, enum tristate *ret_condition);

/* "y", "m", "n", or the text. Valid once the symbol is evaluated. */
const char *kconfig_symbol_text(const struct kconfig_symbol *symbol);

/* CHOICE_IS_GROUP: gives y to one visible member and n to the others. */
void kconfig_choice_evaluate(struct kconfig_evaluation *run,
			     struct kconfig_symbol *choice);

/* CHOICE_IS_SYMBOL: the member that is chosen when the choice is y. */
struct kconfig_symbol *kconfig_choice_pick_member(
	struct kconfig_evaluation *run, struct kconfig_symbol *choice);

/*
 * Raises run->depth for a step of recursion; the caller lowers it. False,
 * with run->is_too_deep set, when the stack would not hold more.
 */
bool kconfig_evaluation_descend(struct kconfig_evaluation *run);

/* Evaluates all; the tree must be finished and the wishes made. */
void kconfig_evaluation_run(struct kconfig_evaluation *run);

#endif
