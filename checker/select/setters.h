/* SPDX-License-Identifier: GPL-2.0-only */
/* Which functions of a tree set flags of the VMA that they are given. */
#ifndef VMALINT_SELECT_SETTERS_H
#define VMALINT_SELECT_SETTERS_H

#include <glib.h>
#include <stdbool.h>

struct lex_token;

/* What the files that were read so far say. */
struct setters;

struct setters *setters_new(void);
void setters_free(struct setters *setters);

/* Adds the functions of a file that have a body and a VMA as a parameter. */
void setters_read(struct setters *setters, const char *text, gsize length,
		  bool is_header);

/*
 * Learns, when all files were read, "F:sets" of each function F that sets flags
 * unless it fails before, "F:sets:X" of each flag VM_X that it names for it,
 * and "F:adds:X" of one that does so where the flag is not set: no names that a
 * file could hold. Static functions of C files are left out. "F:asserts" is one
 * for flags that asserts the write lock of its VMA and does not take it.
 */
void setters_learn(const struct setters *setters, GHashTable *names);

/* True if these names, once learned, say that a token is such a function. */
bool setters_has_token(GHashTable *names, const struct lex_token *token);

/* True if two sets say the same of such functions and of what excludes. */
bool setters_are_same(GHashTable *names, GHashTable *others);

/*
 * Learns "X:excludes:Y" of each two flags (without VM_, VMA_ and _BIT) that a
 * text asserts never to be set together, as in
 * BUG_ON((flags & (VM_X | VM_Y)) == (VM_X | VM_Y)).
 */
void names_learn_exclusive(GHashTable *names, const char *text, gsize length);

#endif
