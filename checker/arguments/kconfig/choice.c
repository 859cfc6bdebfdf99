// SPDX-License-Identifier: GPL-2.0-only
/* Which member of a choice may be y, once what they depend on is known. */
#include "choice.h"

#include "evaluate.h"

bool kconfig_choice_shows(const struct kconfig_symbol *member)
{
	return member->visible != TRISTATE_N;
}

static bool is_refused(const struct kconfig_symbol *member)
{
	return member->has_wish && member->wish == TRISTATE_N;
}

struct kconfig_symbol *kconfig_choice_wished(
	const struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->ranking->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->ranking, i);

		if (kconfig_choice_shows(member) && member->has_wish &&
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

		if (kconfig_choice_shows(member) && !member->has_wish)
			return member;
	}
	for (guint i = choice->ranking->len; i > 0; i--) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->ranking, i - 1);

		if (kconfig_choice_shows(member))
			return member;
	}
	return NULL;
}

struct kconfig_symbol *kconfig_choice_unless_refused(
	const struct kconfig_symbol *choice, struct kconfig_symbol *member)
{
	return member && !is_refused(member) ? member :
					       least_refused_member(choice);
}

void kconfig_choice_settle(const struct kconfig_evaluation *run,
			   struct kconfig_symbol *choice,
			   struct kconfig_symbol *chosen)
{
	choice->chosen = chosen;
	for (guint i = 0; i < choice->members->len; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		member->generation = run->generation;
		member->value = member == chosen &&
						kconfig_choice_shows(member) ?
					TRISTATE_Y :
					TRISTATE_N;
		member->is_written = member->value != TRISTATE_N;
	}
}
