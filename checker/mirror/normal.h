/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Brings bodies that do the same into one form: harmless rewriting is undone,
 * step by step. Private to mirror/.
 */
#ifndef VMALINT_MIRROR_NORMAL_H
#define VMALINT_MIRROR_NORMAL_H

#include <glib.h>
#include <stdbool.h>

struct defined;
struct definitions;
struct term;
struct terms;

/* How far to go; each step includes those before. */
enum normal_step {
	NORMAL_WRITTEN,	 /* statement by statement, to show what differs */
	NORMAL_PLAIN,	 /* names of locals, parentheses, assertions, .. */
	NORMAL_INLINED,	 /* locals that are set once are replaced */
	NORMAL_EXPANDED, /* helpers of one expression are replaced, too, .. */
	NORMAL_FLAT,	 /* .. even those that both sides name */
};

/* What is not compared, or stands for something else. */
struct normal_rules {
	struct terms *terms;
	const struct definitions *side; /* that the definition is of */
	GHashTable *empty; /* functions whose copies do nothing: a set */
	GHashTable *kept;  /* names that the other side has, too: a set */
	/* Names that have another value in the copies, from outside: a set. */
	GHashTable *given;
};

/* The body of a function or macro in its form, a TERM_BLOCK. */
struct term *normal_body(const struct normal_rules *rules,
			 const struct defined *definition,
			 enum normal_step step);

/* The expression that is all that a normal body is; NULL if it is more. */
struct term *normal_value(const struct defined *definition,
			  const struct term *body);

/* True of what only checks: VM_WARN_ON(), vma_assert_locked(). */
bool is_assertion(const char *callee);

#endif
