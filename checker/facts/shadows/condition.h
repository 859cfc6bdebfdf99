/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Conditions of #if lines as texts, and whether two things can be there under
 * one configuration. What a text does not say, such as what Kconfig selects,
 * is not known: who asks must want that a configuration certainly exists.
 * Private to facts/shadows/.
 */
#ifndef VMALINT_FACTS_SHADOWS_CONDITION_H
#define VMALINT_FACTS_SHADOWS_CONDITION_H

#include <glib.h>
#include <stdbool.h>

/* "a && b" and the like of two conditions; "" is always. Owned. */
char *condition_and(const char *a, const char *b);
char *condition_or(const char *a, const char *b);

/* True of one that has become too long: it holds nowhere that is known. */
bool condition_is_lost(const char *condition);

/* The opposite; "0" of "". Owned. */
char *condition_not(const char *condition);

/*
 * True if some configuration has the condition: symbols are free, but for what
 * their names say of architectures, of 64 bits and of an MMU. False, too, where
 * a condition asks for more symbols than are tried out.
 */
bool condition_can_hold(const char *condition);

/*
 * True if it is known of a configuration that has `given' that it may lack
 * `wanted': given asks for nothing but what wanted asks for, what selects
 * nothing (architectures, 64 bits, an MMU), or what all around asks for.
 */
bool condition_may_lack(const char *given, const char *wanted,
			const char *around);

/* True if both ask for one architecture, and can hold together. */
bool condition_share_arch(const char *a, const char *b);

/*
 * Replaces each name that may stand in a condition: `defined(NAME)' if
 * is_defined, else the bare NAME. The callback gives an owned condition, or
 * NULL to leave it as it is. Owned.
 */
typedef char *(*condition_expand)(void *context, const char *name,
				  bool is_defined);
char *condition_replace(const char *condition, condition_expand expand,
			void *context);

/* The condition that an offset of a text is under, with all its branches. */
struct guards;
struct guards *guards_new(const char *text, gsize length);
void guards_free(struct guards *guards);
const char *guards_at(struct guards *guards, gsize offset); /* borrowed */

#endif
