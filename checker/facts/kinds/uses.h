/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of the search for uses; private to facts/. */
#ifndef VMALINT_FACTS_KINDS_USES_H
#define VMALINT_FACTS_KINDS_USES_H

#include "kind.h"

struct kind_search {
	const struct kind_inference *inference;
	struct unit_facts *facts;
	guint32 function;
	GHashTable *seen; /* places of uses; macros repeat their arguments */
};

/* The expression below implicit conversions. */
guint32 kind_written(const struct unit_facts *facts, guint32 index);

/* Adds a use, unless it is known of this place. */
void kind_add_use(const struct kind_search *search, struct flag_use use);

/* Adds the use of a value where a declaration says what it should be. */
void kind_add_wanted(const struct kind_search *search, enum flag_use_kind kind,
		     guint32 value, guint32 user, const struct kind *wanted,
		     const char *name);

/* What a call does with its arguments; see calls.c. */
void kind_find_in_call(const struct kind_search *search, guint32 index);

/* A mask that is turned into a type; see widths.c. */
void kind_find_narrow(const struct kind_search *search, guint32 value,
		      guint32 user, const struct type *to);
void kind_find_widen(const struct kind_search *search, guint32 cast);
void kind_find_format(const struct kind_search *search, guint32 call);

#endif
