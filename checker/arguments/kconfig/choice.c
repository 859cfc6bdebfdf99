// SPDX-License-Identifier: GPL-2.0-only
/* Decides which member of a choice is y, in both models of choices. */
#include "evaluate.h"
#include "expression.h"

static bool is_visible(const struct kconfig_symbol *member)
{
	return member->visible != TRISTATE_N;
}

static bool is_refused(const struct kconfig_symbol *member)
{
	return member->has_wish && member->wish == TRISTATE_N;
}

static void evaluate_members(struct kconfig_evaluation *run,
			     struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->members->len; i++)
		kconfig_symbol_evaluate_bounds(
			run, g_ptr_array_index(choice->members, i));
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
		    is_visible(property->value->first))
			return property->value->first;
	}
	for (guint i = 0; i < choice->members->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		if (is_visible(member))
			return member;
	}
	return NULL;
}

static struct kconfig_symbol *wished_member(const struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->ranking->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->ranking, i);

		if (is_visible(member) && member->has_wish &&
		    member->wish == TRISTATE_Y)
			return member;
	}
	return NULL;
}

/* When the default is refused: one nobody spoke of, else the oldest pin. */
static struct kconfig_symbol *least_refused_member(
	const struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->members->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		if (is_visible(member) && !member->has_wish)
			return member;
	}
	for (guint i = choice->ranking->len; i > 0; i--) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->ranking, i - 1);

		if (is_visible(member))
			return member;
	}
	return NULL;
}

void kconfig_choice_evaluate(struct kconfig_evaluation *run,
			     struct kconfig_symbol *choice)
{
	struct kconfig_symbol *chosen;

	if (choice->generation == run->generation)
		return;
	choice->generation = run->generation;
	evaluate_members(run, choice);
	chosen = wished_member(choice);
	if (!chosen) {
		chosen = default_member(run, choice);
		if (chosen && is_refused(chosen))
			chosen = NULL;
	}
	if (!chosen)
		chosen = least_refused_member(choice);
	choice->chosen = chosen;
	for (guint i = 0; i < choice->members->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		member->generation = run->generation;
		member->value = member == chosen && is_visible(member) ?
					TRISTATE_Y :
					TRISTATE_N;
		member->is_written = member->value != TRISTATE_N;
	}
}

struct kconfig_symbol *kconfig_choice_pick_member(
	struct kconfig_evaluation *run, struct kconfig_symbol *choice)
{
	evaluate_members(run, choice);
	if (choice->wished_member && is_visible(choice->wished_member))
		return choice->wished_member;
	return default_member(run, choice);
}
