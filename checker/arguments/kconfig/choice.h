/* SPDX-License-Identifier: GPL-2.0-only */
/* Choices whose members are evaluated so far as to be shown or not. */
#ifndef VMALINT_ARGUMENTS_KCONFIG_CHOICE_H
#define VMALINT_ARGUMENTS_KCONFIG_CHOICE_H

#include "tree.h"

struct kconfig_evaluation;

/* True if a member can be chosen. */
bool kconfig_choice_shows(const struct kconfig_symbol *member);

/* The visible member that the user wants, or NULL. */
struct kconfig_symbol *kconfig_choice_wished(
	const struct kconfig_symbol *choice);

/*
 * The member, unless the user refuses it or it is NULL; else the one that is
 * least refused, or NULL if none is visible.
 */
struct kconfig_symbol *kconfig_choice_unless_refused(
	const struct kconfig_symbol *choice, struct kconfig_symbol *member);

/* CHOICE_IS_GROUP: gives y to the chosen member and n to the others. */
void kconfig_choice_settle(const struct kconfig_evaluation *run,
			   struct kconfig_symbol *choice,
			   struct kconfig_symbol *chosen);

#endif
