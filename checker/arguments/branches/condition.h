/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Conditions of #if as logic over atoms: a symbol that is on or off, or a
 * comparison as it is written. Nothing is known of an atom's real value.
 */
#ifndef VMALINT_ARGUMENTS_BRANCHES_CONDITION_H
#define VMALINT_ARGUMENTS_BRANCHES_CONDITION_H

#include <glib.h>
#include <stdbool.h>

/* Decisions: an atom's owned text to GINT_TO_POINTER(CONDITION_TRUE/FALSE). */
enum condition_value { CONDITION_UNKNOWN, CONDITION_TRUE, CONDITION_FALSE };

GHashTable *decisions_new(void);
GHashTable *decisions_copy(GHashTable *decisions);

/* What a condition is under the decisions taken so far. */
enum condition_value condition_value(const char *text, GHashTable *decisions);

/* A condition, in the form of #if, and what it shall be. */
struct condition_wish {
	const char *condition;
	enum condition_value wanted; /* true or false */
};

/*
 * Adds decisions that fulfil all wishes (struct condition_wish). False if no
 * decisions can: *ret_reason then says why (a string constant), and decisions
 * may have grown: work on a copy.
 */
bool conditions_decide(const GArray *wishes, GHashTable *decisions,
		       const char **ret_reason);

#endif
