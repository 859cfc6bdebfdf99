/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Conditions of #if as logic over atoms: a symbol that is on or off, or a
 * comparison as it is written. Nothing is known of an atom's real value.
 */
#ifndef VMALINT_ARGUMENTS_BRANCHES_CONDITION_H
#define VMALINT_ARGUMENTS_BRANCHES_CONDITION_H

#include <glib.h>
#include <stdbool.h>

enum condition_value { CONDITION_UNKNOWN, CONDITION_TRUE, CONDITION_FALSE };

/* What was decided, one atom after the other. */
struct decisions {
	GHashTable *values; /* owned atom -> GINT_TO_POINTER(its value) */
	GPtrArray *atoms;   /* the same, borrowed, in their order */
};

struct decisions *decisions_new(void);
void decisions_free(struct decisions *decisions);

/* What a condition is under the decisions taken so far. */
enum condition_value condition_value(const char *text,
				     const struct decisions *decisions);

/* What a condition is made of: char *, as the keys of decisions; owned. */
GPtrArray *condition_atoms(const char *text);

/* Conditions that are decided at once; with more of them nothing is. */
enum { WISHES_LIMIT = 256 };

/* A condition, in the form of #if, and what it shall be. */
struct condition_wish {
	const char *condition;
	enum condition_value wanted; /* true or false */
};

/*
 * Adds decisions that fulfil all wishes (struct condition_wish). False if no
 * decisions can, and none is added: *ret_reason then says why (a string
 * constant).
 */
bool conditions_decide(const GArray *wishes, struct decisions *decisions,
		       const char **ret_reason);

#endif
